import { expect, type Page, test } from '@playwright/test';
import { LANGUAGES } from '../src/words/languages.ts';
import { inspect } from './inspect.ts';
import { inventedAnswers, welcome } from './invented.ts';
import { PuppetRelay } from './puppet-relay.ts';

const NAMES = ['brave-otter', 'Ada', 'the neighbours', 'Blackbird nest'];
const PSEUDO = 'en-XA';

/** What the samples have of their own, and what is written the same everywhere: names, keys, figures and signs. */
const OWN =
  /^(Front room|Fanlight|front|yard|cleaning the lens|[\W\d_]*|[a-z]|h|Shift .*|\d+ ?[x×] ?\d+|.*Mbit\/s|\d[\d.]* ms)$/;

/** Languages are written in themselves. */
const OWN_NAMES: readonly string[] = Object.values(LANGUAGES);

/** Opens a page of a relay of invented cameras, and ends the relay afterwards. */
async function at(page: Page, path: string, look: (relay: PuppetRelay) => Promise<void>): Promise<void> {
  const relay = await PuppetRelay.start(inventedAnswers(NAMES));
  relay.onPlayer = (socket) => {
    socket.say(welcome('Front room', 'moderator'));
    socket.say({ type: 'stream', state: 'offline' });
  };
  await page.goto(relay.origin + path);
  await look(relay);
  await relay.close();
}

/** The texts of a page that have no marks, names of controls included; what people wrote, names and the experts' report aside. */
function unmarked(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const aside =
      'bdi, figcaption, script, style, noscript, kbd, option, code, [lang="en"], .fl-title, .fl-over-title';
    const found: string[] = [];
    const take = (text: string | null) => {
      let rest = text ?? '';
      // Marked sentences stand in marked sentences.
      while (/⟦[^⟦⟧]*⟧/.test(rest)) {
        rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
      }
      found.push(rest.trim());
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement?.closest(aside) === null) {
        take(walker.currentNode.textContent);
      }
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
      for (const element of document.body.querySelectorAll(`[${name}]`)) {
        take((element.getAttribute(name) ?? '').replace(/ \((\w|\?|=)\)$/, ''));
      }
    }
    return [...new Set(found)];
  });
}

async function expectMarked(page: Page, what: string): Promise<void> {
  const bare = (await unmarked(page)).filter((text) => !OWN.test(text) && !OWN_NAMES.includes(text));
  expect(bare, `${what}: texts that are in no catalogue`).toEqual([]);
}

test('every text of the states, the front page, the grid and a card comes from a catalogue', async ({
  page,
}) => {
  await at(page, `/dev/states?lang=${PSEUDO}`, async (relay) => {
    await expect(page.locator('[data-sample]')).toHaveCount(22);
    await expectMarked(page, 'states');
    for (const path of ['/', '/g/front,yard', '/nowhere']) {
      await page.goto(`${relay.origin}${path}?lang=${PSEUDO}`);
      await expect(page.locator('h1')).toContainText('⟦');
      await expectMarked(page, path);
    }
  });
});

test('every text of a watch page with its menus comes from a catalogue', async ({ page }) => {
  await at(page, `/w/front?lang=${PSEUDO}`, async () => {
    await expect(page.locator('fanlight-watch')).toHaveAttribute('data-state', 'camera_offline');
    await expectMarked(page, 'watch page');
    for (const menu of ['Settings', 'Chat settings']) {
      await page.getByRole('button', { name: `⟦${menu}⟧` }).click();
      await expectMarked(page, menu);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: '⟦Change⟧' }).click();
    await expectMarked(page, 'name');
    await page.locator('.fl-about').getByRole('button', { name: '⟦Share⟧' }).click();
    await expect(page.locator('.fl-share')).toBeVisible();
    await expectMarked(page, 'share');
  });
});

test.describe('a browser in Austrian German', () => {
  test.use({ locale: 'de-AT' });

  test('gets German, and what is chosen instead is remembered', async ({ page }) => {
    await at(page, '/', async (relay) => {
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      await page.reload();
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      await expect(page.locator('h1')).toHaveText('Kameras');
      expect(loaded.filter((path) => /\/(ar|es|fr|ja|pt|zh)-[\w-]+\.js$/.test(path))).toEqual([]);

      await page.getByLabel('Sprache').selectOption('fr');
      await expect(page.locator('h1')).toHaveText('Caméras');
      await page.goto(`${relay.origin}/nowhere`);
      await expect(page.locator('h1')).toHaveText('Page introuvable');
      await page.goto(`${relay.origin}/nowhere?lang=ar`);
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
      await page.goto(`${relay.origin}/`);
      await expect(page.locator('h1')).toHaveText('الكاميرات');
    });
  });
});

for (const language of Object.keys(LANGUAGES)) {
  test(`the watch page and all states fit every screen without accessibility faults: ${language}`, async ({
    page,
  }) => {
    await at(page, `/w/front?lang=${language}`, async (relay) => {
      await expect(page.locator('fanlight-watch')).toHaveAttribute('data-state', 'camera_offline');
      await inspect(page, `watch page, ${language}`);
      await page.goto(`${relay.origin}/dev/states`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const screens = [1440, 390, 320];
      for (const width of screens) {
        await page.setViewportSize({ width, height: 844 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${language} at ${width}`).toBeLessThanOrEqual(0);
      }
    });
  });
}
