import { makeClapper, skews, tapSound, watchClaps } from './clapper.ts';
import { test as base, expect } from './stack-test.ts';
import { quantile } from './strip.ts';
import { WatchPage } from './watch-page.ts';

/** How long; without it this is skipped. */
const MINUTES = Number(process.env.FANLIGHT_MINUTES ?? '0');
const EVERY_MINUTES = Math.min(5, MINUTES);
const CLAPS_S = 20;

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed.
  source: async ({}, use, testInfo) => {
    const film = makeClapper('opus');
    testInfo.skip(film === undefined, 'FFmpeg is needed to make the film');
    await use(`file:${film}`);
  },
});

test.use({ agentSettings: ['camera.audio=auto'] });

test('sound against video over time', async ({ stack, browser }) => {
  test.skip(MINUTES === 0, 'FANLIGHT_MINUTES says for how long');
  test.setTimeout((MINUTES + 5) * 60_000);
  const tab = await browser.newPage({ bypassCSP: true });
  await tapSound(tab);
  const watch = await WatchPage.open(tab.context(), stack.url('?mode=webcodecs'), tab);
  await watch.expectState('live');
  await tab.getByRole('button', { name: 'Tap to unmute' }).click();
  const begun = Date.now();
  console.log('\nFlash after click, WebCodecs and Opus\nminute  claps  median ms  p5 ms  p95 ms');
  for (let minute = 0; minute <= MINUTES; minute += EVERY_MINUTES) {
    await tab.waitForTimeout(Math.max(0, begun + minute * 60_000 - Date.now()));
    const apart = skews(await watchClaps(tab, CLAPS_S));
    const at = (part: number) => quantile(apart, part).toFixed(1).padStart(7);
    console.log(
      `${String(minute).padStart(6)}  ${String(apart.length).padStart(5)}  ${at(0.5)}    ${at(0.05)} ${at(0.95)}`,
    );
    expect(apart.length).toBeGreaterThan(0);
  }
  await tab.close();
});
