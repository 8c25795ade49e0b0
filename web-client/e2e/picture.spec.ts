import { FOOTAGE } from './processes.ts';
import { expect, test } from './stack-test.ts';
import { largestGap, quantile, watchStrip } from './strip.ts';
import { WatchPage } from './watch-page.ts';

const ENGINES = ['webcodecs', 'mse'] as const;

for (const mode of ENGINES) {
  test(`${mode}: the test picture arrives whole, in order, and the badge tells its age`, async ({
    stack,
    context,
  }) => {
    const watch = await WatchPage.open(context, stack.url(`?mode=${mode}`));
    await watch.expectState('live');
    expect(await watch.mode()).toBe(mode);
    await watchStrip(watch.page, 4);

    const seen = await watchStrip(watch.page, 20);
    const ages = seen.map((s) => s.at - s.capture);
    const errors = seen.map((s) => s.badge - (s.at - s.capture));
    console.log(
      `${mode}: ${seen.length} pictures in 20 s, capture to drawn median ${quantile(ages, 0.5).toFixed(0)} ms, p95 ${quantile(ages, 0.95).toFixed(0)} ms, ` +
        `largest gap ${largestGap(seen)}, badge minus strip median ${quantile(errors, 0.5).toFixed(0)} ms`,
    );
    const numbers = seen.map((s) => s.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(largestGap(seen)).toBeLessThanOrEqual(3);
    expect(Math.abs(quantile(errors, 0.5))).toBeLessThanOrEqual(100);
  });
}

const CLIPS = [
  {
    name: 'street',
    path: FOOTAGE.street,
    fps: 12.5,
    size: [768, 432],
    still: [0.05, 0.6],
    colour: [105, 104, 104],
  },
  {
    name: 'person',
    path: FOOTAGE.person,
    fps: 10,
    size: [768, 432],
    still: [0.3, 0.3],
    colour: [214, 219, 234],
  },
] as const;

for (const clip of CLIPS) {
  for (const mode of ENGINES) {
    test.describe(() => {
      test.use({ source: `file:${clip.path}` });

      test(`${mode}: real footage (${clip.name}) has its picture and its speed`, async ({
        stack,
        context,
      }) => {
        const watch = await WatchPage.open(context, stack.url(`?mode=${mode}`));
        await watch.expectState('live');
        expect(await watch.mode()).toBe(mode);
        await watch.page.waitForTimeout(3000);
        const [from, begin] = [await watch.frames(), performance.now()];
        await watch.page.waitForTimeout(10_000);
        const rate = ((await watch.frames()) - from) / ((performance.now() - begin) / 1000);
        console.log(`${mode}, ${clip.name}: ${rate.toFixed(2)} pictures a second of ${clip.fps}`);
        expect(rate).toBeGreaterThan(clip.fps * 0.9);
        expect(rate).toBeLessThan(clip.fps * 1.1);

        expect(await watch.size()).toEqual([...clip.size]);
        const [colour = []] = await watch.colours([clip.still]);
        clip.colour.forEach((channel, i) => {
          expect(Math.abs((colour[i] ?? 0) - channel)).toBeLessThan(24);
        });
      });
    });
  }
}
