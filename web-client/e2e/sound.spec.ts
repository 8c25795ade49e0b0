import type { Page } from '@playwright/test';
import {
  CLAPPER_CODECS,
  type ClapperCodec,
  type FilmLengths,
  makeClapper,
  showPlainly,
  skews,
  tapSound,
  tapVideo,
  watchClaps,
} from './clapper.ts';
import { eventually } from './processes.ts';
import { scale } from './scale.ts';
import { test as base, expect } from './stack-test.ts';
import { quantile } from './strip.ts';
import { WatchPage } from './watch-page.ts';

const CODECS = Object.keys(CLAPPER_CODECS) as ClapperCodec[];
/** For the delays of video and sound to find each other. */
const SETTLE_S = scale(3, 10);
const CLAPS_S = scale(8, 24);
const LEAST_CLAPS = scale(5, 15);
/** Claps of the plain film, for comparison. */
const PLAIN_S = scale(3, 8);
/** Two claps at least. */
const SILENCE_S = 2.5;

interface SoundFixtures {
  readonly codec: ClapperCodec;
  readonly lengths: FilmLengths;
  readonly film: string;
  /** A tab whose sound is heard by {@link watchClaps}. */
  readonly tab: Page;
}

const test = base.extend<SoundFixtures>({
  codec: ['opus', { option: true }],
  lengths: [{}, { option: true }],
  film: async ({ codec, lengths }, use, testInfo) => {
    const film = makeClapper(codec, lengths);
    testInfo.skip(film === undefined, 'FFmpeg is needed to make the film');
    await use(film ?? '');
  },
  source: async ({ film }, use) => use(`file:${film}`),
  tab: async ({ browser }, use) => {
    const tab = await browser.newPage({ bypassCSP: true });
    await tapSound(tab);
    await use(tab);
    await tab.close();
  },
});

test.use({ agentSettings: ['camera.audio=auto'] });

const unmute = (tab: Page) => tab.getByRole('button', { name: 'Tap to unmute' });

/** Prints how much later than the clicks the flashes were drawn. A busy computer delays both, so that no time is asserted. */
function print(name: string, apart: readonly number[], beside: number, more: string): void {
  const at = (part: number) => (quantile(apart, part) - beside).toFixed(1);
  console.log(
    `${name}: flash after click by ${at(0.5)} ms (p5 ${at(0.05)}, p95 ${at(0.95)}), ${apart.length} claps; ${more}`,
  );
}

for (const codec of CODECS) {
  test.describe(`sound in ${codec}`, () => {
    test.use({ codec });

    test('webcodecs: flash and click leave the page together, and nothing is heard once it is muted', async ({
      stack,
      tab,
    }) => {
      const watch = await WatchPage.open(tab.context(), stack.url('?mode=webcodecs'), tab);
      await watch.expectState('live');
      await unmute(tab).click();
      await watchClaps(tab, SETTLE_S);
      const apart = skews(await watchClaps(tab, CLAPS_S));
      const rows = ['Sound buffer', 'Video against sound', 'Latency'];
      const values = [];
      for (const row of rows) values.push(`${row}: ${await watch.statistic(row)}`);
      print(`webcodecs, ${codec}`, apart, 0, values.join(', '));
      expect(apart.length).toBeGreaterThanOrEqual(LEAST_CLAPS);

      await tab.getByRole('button', { name: 'Mute', exact: true }).click();
      await eventually('silence', async () => (await watchClaps(tab, SILENCE_S)).clicks.length === 0);
    });

    test('mse: flash and click are as far apart as in a plain file', async ({ stack, tab, film }) => {
      const watch = await WatchPage.open(tab.context(), stack.url('?mode=mse'), tab);
      await watch.expectState('live');
      await unmute(tab).click();
      await tapVideo(tab, '#video');
      await watchClaps(tab, SETTLE_S);
      const apart = skews(await watchClaps(tab, CLAPS_S));
      const more = `Buffer: ${await watch.statistic('Buffer')}, Latency: ${await watch.statistic('Latency')}`;
      await tab.keyboard.press('Escape');
      await tab.goto('about:blank');
      await tab.goto(stack.page('/'));
      await showPlainly(tab, film);
      await tapVideo(tab, '#plain');
      const plain = quantile(skews(await watchClaps(tab, PLAIN_S, '#plain')), 0.5);
      print(`mse, ${codec}`, apart, plain, `measured for the plain file: ${plain.toFixed(1)} ms; ${more}`);
      expect(apart.length).toBeGreaterThanOrEqual(LEAST_CLAPS);
    });
  });
}

test('under the page’s own policy sound is heard after a click, and the choice outlives a reload', async ({
  stack,
  person,
}) => {
  const page = await (await person()).newPage();
  const announcements = await collectAnnouncements(page);
  const watch = await WatchPage.open(page.context(), stack.url(), page);
  await watch.expectState('live');
  expect(await watch.statistic('Sound')).toBe('opus, muted');
  await page.locator('.fl-frame').focus();
  await page.keyboard.press('m');
  await eventually('it is announced', async () => (await announcements()).includes('Volume 100 %'));
  // Not its level: a click a second may fall between two looks, each time.
  await eventually('sound waits to be heard', async () =>
    /[1-9][0-9]* ms/.test(await watch.statistic('Sound buffer')),
  );
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('slider', { name: 'Volume' })).toHaveValue('90');

  await page.reload();
  await watch.expectState('live');
  // Opening the statistics is the click that browsers ask for.
  await eventually('sound is on', async () => (await watch.statistic('Sound')) === 'opus, on');
  await page.getByRole('button', { name: 'Mute', exact: true }).click();
  await page.reload();
  await watch.expectState('live');
  await expect(unmute(page)).toHaveCount(0);
  expect(await watch.statistic('Sound')).toBe('opus, muted');
});

test.describe('a camera that sends no sound any more', () => {
  test.use({ lengths: { soundS: 5 } });

  test('does not stop the video of a video element', async ({ stack, person }) => {
    const watch = await WatchPage.open(await person(), stack.url('?mode=mse'));
    await watch.expectState('live');
    await unmute(watch.page).click();
    // Eight seconds, of which the last three have no sound: an element that waits for it would stop at once.
    await watch.moreFrames(200);
  });
});

test.describe('a camera whose film becomes a key frame a second', () => {
  test.use({
    codec: 'aac',
    lengths: { filmS: 12, singleS: 3 },
    agentSettings: ['camera.audio=auto', 'camera.encode=none'],
  });

  test('does not stop a video element that plays its sound', async ({ stack, person }) => {
    const watch = await WatchPage.open(await person(), stack.url('?mode=mse'));
    await watch.expectState('live');
    await unmute(watch.page).click();
    // The film has 84 frames: all of its single ones are among these, and it begins again.
    await watch.moreFrames(100);
  });
});

/** Collects what the page announces, from its next load on: another announcement may replace it before a test looks. */
async function collectAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const announced = new Set<string>();
    new MutationObserver(() => {
      announced.add(document.querySelector('[role="status"].fl-unseen')?.textContent ?? '');
    }).observe(document, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { announced });
  });
  return () => page.evaluate(() => [...(window as unknown as { announced: Set<string> }).announced]);
}
