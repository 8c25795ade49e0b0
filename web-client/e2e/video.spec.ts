import { basename } from 'node:path';
import { FOOTAGE } from './processes.ts';
import { scale } from './scale.ts';
import { expect, test } from './stack-test.ts';
import { gapsOver, largestGap, quantile, watchStrip } from './strip.ts';
import { WatchPage } from './watch-page.ts';

const ENGINES = ['webcodecs', 'mse'] as const;
const STRIP_SECONDS = scale(8, 20);
const CLIP_SECONDS = scale(6, 10);

for (const mode of ENGINES) {
  test(`${mode}: the test pattern arrives whole and in order, and the badge shows its latency`, async ({
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
      `${mode}: ${seen.length} frames in ${STRIP_SECONDS} s, capture to drawn median ${quantile(ages, 0.5).toFixed(0)} ms, p95 ${quantile(ages, 0.95).toFixed(0)} ms, ` +
        `largest gap ${largestGap(seen)}, badge minus strip median ${quantile(errors, 0.5).toFixed(0)} ms`,
      ...gapsOver(seen, 3),
    );
    const numbers = seen.map((s) => s.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const range = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0);
    expect(numbers.length, 'more than key frames').toBeGreaterThan(range / 2);
    // Frames may be missing in the strip: where a process stalls, the camera drops what is late and the page shows only the newest of
    // what arrives together. But none may be lost in the network path or the decoder.
    expect(await watch.statistic('Dropped for a missing key frame')).toBe('0');
    expect(await watch.statistic('Skipped')).toMatch(/^0 before decoding/);
    expect(await watch.statistic('Decoder errors')).toBe('0');
    expect(await watch.statistic('Reconnects')).toBe('0');
    expect(Math.abs(quantile(errors, 0.5))).toBeLessThanOrEqual(100);
  });
}

/** Colours of the clips where nothing moves: tarmac in changing light, a white wall, wooden boards. */
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

      test(`${mode}: real footage (${basename(clip.path)}) has its colours and its frame rate`, async ({
        stack,
        context,
      }) => {
        const watch = await WatchPage.open(context, stack.url(`?mode=${mode}`));
        await watch.expectState('live');
        expect(await watch.mode()).toBe(mode);
        await watch.moreFrames(3 * clip.fps);
        const [from, begin] = [await watch.frames(), performance.now()];
        await watch.moreFrames(CLIP_SECONDS * clip.fps);
        const rate = ((await watch.frames()) - from) / ((performance.now() - begin) / 1000);
        console.log(`${mode}, ${basename(clip.path)}: ${rate.toFixed(2)} frames a second of ${clip.fps}`);
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
