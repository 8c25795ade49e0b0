import { loadavg } from 'node:os';
import { test } from './stack-test.ts';
import { quantile } from './strip.ts';
import { WatchPage } from './watch-page.ts';

const RUNS = Number(process.env.FANLIGHT_RUNS ?? 3);
const OUTAGES_SECONDS = [5, 60];

for (const seconds of OUTAGES_SECONDS) {
  test(`from a relay that listens again to a drawn frame, after ${seconds} s`, async ({
    ownStack: stack,
    context,
  }) => {
    test.setTimeout((RUNS * (seconds + 60) + 120) * 1000);
    const watch = await WatchPage.open(context, stack.url());
    await watch.expectState('live');
    const waits: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      await watch.page.waitForTimeout(11_000); // a connection counts as good after 10 s
      await stack.killRelay();
      await watch.page.waitForTimeout(seconds * 1000);
      await stack.startRelay();
      const listening = Date.now();
      await watch.moreFrames(1);
      waits.push(Date.now() - listening);
    }
    const all = waits.map((wait) => (wait / 1000).toFixed(1)).join(' ');
    const median = (quantile(waits, 0.5) / 1000).toFixed(1);
    console.log(
      `\nRelay killed for ${seconds} s, one viewer and one agent: a frame ${median} s (median) after the relay listens, each ${all}; load ${loadavg()[0]?.toFixed(1)}`,
    );
  });
}
