import { basename } from 'node:path';
import { eventually, FOOTAGE } from './processes.ts';
import { scale } from './scale.ts';
import { expect, test } from './stack-test.ts';
import { holes, largestGap, quantile, watchStrip } from './strip.ts';
import { WatchPage } from './watch-page.ts';

const ENGINES = ['webcodecs', 'mse'] as const;
const STRIP_SECONDS = scale(8, 20);
const CLIP_SECONDS = scale(6, 10);

for (const mode of ENGINES) {
  test(`${mode}: the test picture arrives whole, in order, and the badge tells its age`, async ({
    stack,
    context,
  }) => {
    const watch = await WatchPage.open(context, stack.url(`?mode=${mode}`));
    await watch.expectState('live');
    expect(await watch.mode()).toBe(mode);
    await watchStrip(watch.page, 4);

    const seen = await watchStrip(watch.page, STRIP_SECONDS);
    const ages = seen.map((s) => s.at - s.capture);
    const errors = seen.map((s) => s.badge - (s.at - s.capture));
    console.log(
      `${mode}: ${seen.length} pictures in ${STRIP_SECONDS} s, capture to drawn median ${quantile(ages, 0.5).toFixed(0)} ms, p95 ${quantile(ages, 0.95).toFixed(0)} ms, ` +
        `largest gap ${largestGap(seen)}, badge minus strip median ${quantile(errors, 0.5).toFixed(0)} ms`,
      ...holes(seen, 3),
    );
    const numbers = seen.map((s) => s.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const range = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0);
    expect(numbers.length, 'more than key frames').toBeGreaterThan(range / 2);
    // Not that no picture is missing in the strip: where a process stands still the camera leaves out what is too late, and the page
    // shows the newest of what comes at once. What is lost on the way, or by the decoder, is another matter.
    expect(await watch.statistic('Dropped for a missing key frame')).toBe('0');
    expect(await watch.statistic('Skipped')).toMatch(/^0 before decoding/);
    expect(await watch.statistic('Decoder errors')).toBe('0');
    expect(await watch.statistic('Reconnects')).toBe('0');
    expect(Math.abs(quantile(errors, 0.5))).toBeLessThanOrEqual(100);
  });
}

/** What the clips look like where nothing moves: a tarmac that the camera sees lighter and darker, a white wall, a wooden floor. */
const CLIPS = [
  {
    path: FOOTAGE.cars,
    fps: 12.5,
    size: [768, 432],
    spots: [{ at: [0.05, 0.6], colour: [78, 78, 77], within: 32 }],
  },
  {
    path: FOOTAGE.person,
    fps: 10,
    size: [768, 432],
    spots: [
      { at: [0.3, 0.3], colour: [214, 220, 234], within: 20 },
      { at: [0.2, 0.9], colour: [150, 82, 40], within: 50 },
    ],
  },
] as const;

for (const clip of CLIPS) {
  for (const mode of ENGINES) {
    test.describe(() => {
      test.use({ source: `file:${clip.path}` });

      test(`${mode}: real footage (${basename(clip.path)}) has its picture and its speed`, async ({
        stack,
        context,
      }) => {
        const watch = await WatchPage.open(context, stack.url(`?mode=${mode}`));
        await watch.expectState('live');
        expect(await watch.mode()).toBe(mode);
        const first = await watch.frames();
        await eventually(
          'the picture moves evenly',
          async () => (await watch.frames()) > first + 3 * clip.fps,
        );
        const [from, begin] = [await watch.frames(), performance.now()];
        await watch.page.waitForTimeout(CLIP_SECONDS * 1000);
        const rate = ((await watch.frames()) - from) / ((performance.now() - begin) / 1000);
        console.log(`${mode}, ${basename(clip.path)}: ${rate.toFixed(2)} pictures a second of ${clip.fps}`);
        expect(rate).toBeGreaterThan(clip.fps * 0.9);
        expect(rate).toBeLessThan(clip.fps * 1.1);

        expect(await watch.size()).toEqual([...clip.size]);
        const colours = await watch.colours(clip.spots.map((spot) => spot.at));
        clip.spots.forEach((spot, i) => {
          const apart = spot.colour.map((channel, c) => Math.abs((colours[i]?.[c] ?? -1000) - channel));
          expect(Math.max(...apart), `${colours[i]} at ${spot.at}`).toBeLessThanOrEqual(spot.within);
        });
      });
    });
  }
}
