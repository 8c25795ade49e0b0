import { cpus, loadavg } from 'node:os';
import { test } from './stack-test.ts';
import { largestGap, quantile, watchStrip } from './strip.ts';
import { WatchPage } from './watch-page.ts';

const REPEATS = 3;
const SECONDS = 15;
const ENGINES = ['webcodecs', 'mse'] as const;

test('capture to drawn, both engines in turn', async ({ stack, person }) => {
  const ages: Record<string, number[]> = { webcodecs: [], mse: [] };
  const gaps: Record<string, number> = { webcodecs: 0, mse: 0 };
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (const mode of ENGINES) {
      const context = await person();
      const watch = await WatchPage.open(context, stack.url(`?mode=${mode}`));
      await watch.expectState('live');
      await watchStrip(watch.page, 5);
      const seen = await watchStrip(watch.page, SECONDS);
      ages[mode]?.push(...seen.map((s) => s.at - s.capture));
      gaps[mode] = Math.max(gaps[mode] ?? 0, largestGap(seen));
      await context.close();
    }
  }
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  console.log(
    `\nCapture to drawn, test pattern over loopback TLS, ${REPEATS} x ${SECONDS} s in turn, ${cpus().length} cores, load ${load}`,
  );
  console.log('engine        frames  median ms  p95 ms  x webcodecs (median)  largest gap');
  const baseline = quantile(ages.webcodecs ?? [], 0.5);
  for (const mode of ENGINES) {
    const of = ages[mode] ?? [];
    const median = quantile(of, 0.5);
    const cells = [
      of.length.toString().padStart(8),
      median.toFixed(0).padStart(9),
      quantile(of, 0.95).toFixed(0).padStart(6),
    ];
    console.log(
      `${mode.padEnd(10)}  ${cells.join('  ')}  ${(median / baseline).toFixed(2).padStart(20)}  ${String(gaps[mode]).padStart(11)}`,
    );
  }
});
