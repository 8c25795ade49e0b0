import type { Page } from '@playwright/test';
import {
  CLAPPER_CODECS,
  makeClapper,
  showPlainly,
  skews,
  tapSound,
  tapVideo,
  watchClaps,
} from './clapper.ts';
import { eventually, Stack } from './processes.ts';
import { expect, test } from './stack-test.ts';
import { quantile } from './strip.ts';
import { WatchPage } from './watch-page.ts';

const CODECS = Object.keys(CLAPPER_CODECS) as (keyof typeof CLAPPER_CODECS)[];
/** For the delays of video and sound to find each other. */
const SETTLE_S = 10;
const CLAPS_S = 24;
const LEAST_CLAPS = 15;
/** Claps of the plain film, for comparison. */
const PLAIN_S = 8;

const unmute = (tab: Page) => tab.getByRole('button', { name: 'Tap to unmute' });

/** Prints how much later than the clicks the flashes were drawn. A busy computer delays both, so that no time is asserted. */
function print(name: string, apart: readonly number[], beside: number, more: string): void {
  const at = (part: number) => (quantile(apart, part) - beside).toFixed(1);
  console.log(
    `${name}: flash after click by ${at(0.5)} ms (p5 ${at(0.05)}, p95 ${at(0.95)}), ${apart.length} claps; ${more}`,
  );
}

for (const codec of CODECS) {
  test(`webcodecs, ${codec}: flash and click leave the page together, and nothing is heard once it is muted`, async ({
    browser,
  }) => {
    const clapper = makeClapper(codec);
    test.skip(clapper === undefined, 'FFmpeg is needed to make the film');
    const stack = await Stack.start(`file:${clapper}`, ['camera.audio=true']);
    try {
      const tab = await browser.newPage({ bypassCSP: true });
      await tapSound(tab);
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
      await watchClaps(tab, 1);
      expect((await watchClaps(tab, 4)).clicks).toEqual([]);
      await tab.close();
    } finally {
      await stack.close();
    }
  });

  test(`mse, ${codec}: flash and click are as far apart as in a plain file`, async ({ browser }) => {
    const clapper = makeClapper(codec);
    test.skip(clapper === undefined, 'FFmpeg is needed to make the film');
    const stack = await Stack.start(`file:${clapper}`, ['camera.audio=true']);
    try {
      const tab = await browser.newPage({ bypassCSP: true });
      await tapSound(tab);
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
      await showPlainly(tab, clapper ?? '');
      await tapVideo(tab, '#plain');
      const plain = quantile(skews(await watchClaps(tab, PLAIN_S, '#plain')), 0.5);
      print(`mse, ${codec}`, apart, plain, `measured for the plain file: ${plain.toFixed(1)} ms; ${more}`);
      expect(apart.length).toBeGreaterThanOrEqual(LEAST_CLAPS);
      await tab.close();
    } finally {
      await stack.close();
    }
  });
}

test('a video element keeps its video when the camera sends no sound any more', async ({ person }) => {
  const clapper = makeClapper('opus', 300, { soundS: 5 });
  test.skip(clapper === undefined, 'FFmpeg is needed to make the film');
  const stack = await Stack.start(`file:${clapper}`, ['camera.audio=true']);
  try {
    const watch = await WatchPage.open(await person(), stack.url('?mode=mse'));
    await watch.expectState('live');
    await unmute(watch.page).click();
    // Twelve seconds: an element that waits for sound would stop long before.
    await watch.moreFrames(300);
  } finally {
    await stack.close();
  }
});

test('a video element goes on with single key frames and sound', async ({ person }) => {
  const clapper = makeClapper('aac', 12, { singleS: 3 });
  test.skip(clapper === undefined, 'FFmpeg is needed to make the film');
  const stack = await Stack.start(`file:${clapper}`, ['camera.audio=true', 'camera.encode=none']);
  try {
    const watch = await WatchPage.open(await person(), stack.url('?mode=mse'));
    await watch.expectState('live');
    await unmute(watch.page).click();
    await watch.moreFrames(170);
  } finally {
    await stack.close();
  }
});

test('under the page’s own policy sound is heard after a click, and the choice outlives a reload', async ({
  person,
}) => {
  const clapper = makeClapper('opus');
  test.skip(clapper === undefined, 'FFmpeg is needed to make the film');
  const stack = await Stack.start(`file:${clapper}`, ['camera.audio=true']);
  try {
    const watch = await WatchPage.open(await person(), stack.url());
    const { page } = watch;
    await watch.expectState('live');
    expect(await watch.statistic('Sound')).toBe('opus, muted');
    // What is announced replaces what was announced before.
    await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeAttached();
    await page.locator('.fl-frame').focus();
    await page.keyboard.press('m');
    await expect(page.getByRole('status').filter({ hasText: 'Volume 100 %' })).toBeAttached();
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
  } finally {
    await stack.close();
  }
});
