import { cpus, loadavg } from 'node:os';
import { test } from './stack-test.ts';
import { quantile } from './strip.ts';
import { WatchPage } from './watch-page.ts';

const JOINS = Number(process.env.FANLIGHT_JOINS ?? 100);
const SEED = Number(process.env.FANLIGHT_SEED ?? Date.now());
/** Longer than the camera's key frames are apart, so that joins come at any phase between them. */
const MOST_PAUSE_MS = 2500;

test('from navigation to the first frame, with a warm cache', async ({ stack, person }) => {
  const context = await person();
  await context.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('fanlight-watch[data-frames]') !== null) {
        observer.disconnect();
        // The frame is on the screen with the next one that the browser draws.
        requestAnimationFrame(() => Object.assign(globalThis, { firstFrameMs: performance.now() }));
      }
    }).observe(document, {
      attributes: true,
      attributeFilter: ['data-frames'],
      childList: true,
      subtree: true,
    });
  });
  const watch = await WatchPage.open(context, stack.url());
  await watch.expectState('live');
  const random = randomOf(SEED);
  const times: number[] = [];
  for (let join = 0; join < JOINS; join++) {
    await watch.page.waitForTimeout(random() * MOST_PAUSE_MS);
    await watch.page.goto(stack.page('/w/front'));
    const first = await watch.page.waitForFunction(
      () => (globalThis as unknown as { firstFrameMs?: number }).firstFrameMs,
    );
    times.push(Number(await first.jsonValue()));
  }
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  console.log(
    `\nNavigation to first frame, ${JOINS} joins over loopback, seed ${SEED}, ${cpus().length} cores, load ${load}`,
  );
  console.log(
    [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1]
      .map((part) => `p${Math.round(part * 100)} ${quantile(times, part).toFixed(0)} ms`)
      .join('  '),
  );
});

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
