import { CLAPPER_CODECS, makeClapper, skews, tapSound, tapVideo, watchClaps } from './clapper.ts';
import { Stack } from './processes.ts';
import { expect, test } from './stack-test.ts';
import { quantile } from './strip.ts';
import { WatchPage } from './watch-page.ts';

const ENGINES = ['webcodecs', 'mse'] as const;
const CODECS = Object.keys(CLAPPER_CODECS) as (keyof typeof CLAPPER_CODECS)[];
/** For the delays of video and sound to find each other. */
const SETTLE_S = 12;
const CLAPS_S = 24;
const LEAST_CLAPS = 20;
/** Far beyond what is heard as apart; the printed figure is what counts. */
const MOST_MEDIAN_MS = 100;

for (const codec of CODECS) {
  for (const mode of ENGINES) {
    test(`${mode}, ${codec}: flash and click leave the page together`, async ({ browser }) => {
      const clapper = makeClapper(codec);
      test.skip(clapper === undefined, 'FFmpeg is needed to make the film');
      const stack = await Stack.start(`file:${clapper}`, ['camera.audio=true']);
      try {
        const tab = await browser.newPage({ bypassCSP: true });
        await tapSound(tab);
        const watch = await WatchPage.open(tab.context(), stack.url(`?mode=${mode}`), tab);
        await watch.expectState('live');
        await tab.getByRole('button', { name: 'Tap to unmute' }).click();
        if (mode === 'mse') await tapVideo(tab);
        const before = await watchClaps(tab, SETTLE_S);
        const claps = await watchClaps(tab, CLAPS_S);
        const apart = skews(claps);
        console.log(
          `${mode}, ${codec}: median ${quantile(apart, 0.5).toFixed(1)} ms, p5 ${quantile(apart, 0.05).toFixed(1)}, ` +
            `p95 ${quantile(apart, 0.95).toFixed(1)} ms over ${apart.length} claps, first seconds ${skews(before).map(Math.round).join(' ')}; ` +
            `${await soundStatistics(watch, mode)}`,
        );
        expect(apart.length).toBeGreaterThanOrEqual(LEAST_CLAPS);
        expect(Math.abs(quantile(apart, 0.5))).toBeLessThan(MOST_MEDIAN_MS);
      } finally {
        await stack.close();
      }
    });
  }
}

async function soundStatistics(watch: WatchPage, mode: (typeof ENGINES)[number]): Promise<string> {
  const rows =
    mode === 'webcodecs' ? ['Sound buffer', 'Video against sound', 'Latency'] : ['Buffer', 'Latency'];
  const values = [];
  for (const row of rows) values.push(`${row}: ${await watch.statistic(row)}`);
  return values.join(', ');
}
