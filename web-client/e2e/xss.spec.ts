import { expect, type Page, test } from '@playwright/test';
import { inventedAnswers, welcome } from './invented.ts';
import { PAYLOADS } from './payloads.ts';
import { eventually } from './processes.ts';
import { PuppetRelay } from './puppet-relay.ts';

const UNWANTED =
  'body script, img, iframe, object, embed, style, base, math, template, marquee, video, audio, [onerror], [onload], [onclick]';
const PLAIN = 'a plain text';
const SECTIONS = ['cameras', 'people', 'links', 'chat', 'health', 'settings'] as const;

/** Everything a page did that a text must not make it do. */
class Watchdog {
  readonly misdeeds: string[] = [];

  static async over(page: Page, origin: string): Promise<Watchdog> {
    const dog = new Watchdog();
    page.on('dialog', (dialog) => {
      dog.misdeeds.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => dog.misdeeds.push(`error ${error.message}`));
    page.on('popup', (popup) => dog.misdeeds.push(`window ${popup.url()}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !url.startsWith('blob:')) {
        dog.misdeeds.push(`request ${url}`);
      }
    });
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) {
        dog.misdeeds.push(`report ${message.text()}`);
      }
    });
    return dog;
  }
}

/**
 * The elements and attribute names below each element that `selector` finds. Links to web addresses and code count as
 * text, because that is what the chat makes of them; values count for nothing.
 */
async function shapes(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (found) => {
    const shape = (element: Element): string => {
      if (
        element instanceof HTMLAnchorElement &&
        /^https?:$/.test(element.protocol) &&
        element.target === '_blank'
      ) {
        return element.childElementCount === 0 && element.rel === 'nofollow noopener ugc' ? '' : 'a bad link';
      }
      if (element.localName === 'code' && element.attributes.length === 0) {
        return element.childElementCount === 0 ? '' : 'code that is more than text';
      }
      const attributes = [...element.attributes].map(({ name }) => name).sort();
      const children = [...element.children].map(shape).join('');
      return `<${element.localName} ${attributes.join(' ')}>${children}</${element.localName}>`;
    };
    return found.map(shape);
  });
}

test('no text becomes markup, code or a request in the watch page', async ({ page }) => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(100);
  const relay = await PuppetRelay.start(inventedAnswers([PLAIN]));
  relay.onPlayer = (socket) => {
    socket.say(welcome(PLAIN, 'moderator'));
    [PLAIN, ...PAYLOADS].forEach((text, i) => {
      socket.say({ type: 'chat', seq: i + 1, time: 1e15 + i, person: `p${i}`, name: text, text });
    });
    socket.say({ type: 'chat_ready', last: PAYLOADS.length + 1, gap: 0 });
  };
  const dog = await Watchdog.over(page, relay.origin);
  await page.goto(`${relay.origin}/w/front`);
  await eventually(
    'all lines are there',
    async () => (await page.locator('.chat-line').count()) === PAYLOADS.length + 1,
  );

  const lines = await shapes(page, '.chat-line');
  lines.forEach((line, i) => {
    expect(line, `line with ${JSON.stringify(PAYLOADS[i - 1])}`).toBe(lines[0]);
  });
  expect(await page.locator('.chat-name').allTextContents()).toEqual([PLAIN, ...PAYLOADS]);

  const [stage] = await shapes(page, '.fl-head');
  for (const title of PAYLOADS) {
    relay.sockets.at(-1)?.say(welcome(title, 'moderator'));
    await eventually(
      `the title is ${JSON.stringify(title)}`,
      async () => (await page.locator('.fl-title').textContent()) === title,
    );
    expect(await shapes(page, '.fl-head')).toEqual([stage]);
  }
  expect(await page.locator(UNWANTED).count()).toBe(0);
  await page.locator('.chat-act .fl-menu-button').last().click();
  await expect(page.locator('.chat-act [role=menuitem]').first()).toBeVisible();
  expect(dog.misdeeds).toEqual([]);
  console.log(`${PAYLOADS.length} payloads as name, text and title in the watch page`);
  await relay.close();
});

test('no text becomes markup, code or a request in the list of public cameras', async ({ page }) => {
  const relay = await PuppetRelay.start(inventedAnswers([PLAIN, ...PAYLOADS]));
  const dog = await Watchdog.over(page, relay.origin);
  await page.goto(`${relay.origin}/`);
  await expect(page.locator('fanlight-index')).toHaveAttribute('data-state', 'listed');
  const items = await shapes(page, '.fl-cameras li');
  expect(items.length).toBe(PAYLOADS.length + 1);
  items.forEach((item, i) => {
    expect(item, `title ${JSON.stringify(PAYLOADS[i - 1])}`).toBe(items[0]);
  });
  expect(dog.misdeeds).toEqual([]);
  await relay.close();
});

test('no text becomes markup, code or a request in the owner’s page', async ({ page }) => {
  const harmless = await PuppetRelay.start(inventedAnswers(PAYLOADS.map(() => PLAIN)));
  const hostile = await PuppetRelay.start(inventedAnswers(PAYLOADS));
  const dog = await Watchdog.over(page, 'http://localhost:');
  const look = async (relay: PuppetRelay, section: string) => {
    await page.goto('about:blank');
    await page.goto(`${relay.origin}/admin#${section}`);
    await page.waitForSelector(
      section === 'health' ? 'fanlight-audit .ad-log li' : '.ad-main :is(.ad-item, .ad-cam)',
    );
    return shapes(page, '.ad-main');
  };
  for (const section of SECTIONS) {
    const wanted = await look(harmless, section);
    const elements = await page.locator('*').count();
    expect(elements, `${section} shows the texts`).toBeGreaterThan(PAYLOADS.length);
    expect(await look(hostile, section), section).toEqual(wanted);
  }
  expect(dog.misdeeds).toEqual([]);
  console.log(`${PAYLOADS.length} payloads in each of ${SECTIONS.length} sections of the owner's page`);
  await harmless.close();
  await hostile.close();
});
