import type { Page } from '@playwright/test';

/** What was on the stage at each animation frame since {@link observeStage}. */
export interface StageObservations {
  /** `green` or `blue` where the video has that colour in its middle; otherwise its red, green and blue. */
  readonly colours: readonly string[];
  readonly boxes: readonly string[];
  readonly states: readonly string[];
  /** By how much a frame was older than one before it, at most, in milliseconds. */
  readonly backMs: number;
  /** How many frames were older than one before them by more than 100 ms. */
  readonly repeated: number;
  /** The longest time from one frame to the next, in milliseconds. */
  readonly pauseMs: number;
}

/** Observes the stage at each animation frame; the function that it returns gives what was seen so far. */
export async function observeStage(page: Page): Promise<() => Promise<StageObservations>> {
  await page.evaluate(() => {
    const root = document.querySelector('fanlight-watch') as HTMLElement;
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const colours = new Set<string>();
    const boxes = new Set<string>();
    const states = new Set<string>();
    const frames = { newest: 0, backMs: 0, repeated: 0, atMs: performance.now(), pauseMs: 0 };

    const colour = (): string => {
      const video = document.querySelector<HTMLCanvasElement | HTMLVideoElement>('#video');
      if (video === null || pen === null) return 'no video';
      const [width, height] =
        video instanceof HTMLVideoElement
          ? [video.videoWidth, video.videoHeight]
          : [video.width, video.height];
      pen.drawImage(video, width / 2, height / 2, 8, 8, 0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
      if (Math.max(green, blue) < red + 30) return `${[red, green, blue]}`;
      return green > blue ? 'green' : 'blue';
    };
    const look = () => {
      const box = document.querySelector('.fl-frame')?.getBoundingClientRect();
      colours.add(colour());
      boxes.add(`${box?.width}×${box?.height}`);
      states.add(root.dataset['state'] ?? '');
      requestAnimationFrame(look);
    };
    look();
    new MutationObserver(() => {
      const now = performance.now();
      const captured = now - Number(root.dataset['latencyMs']);
      frames.backMs = Math.max(frames.backMs, frames.newest - captured);
      if (frames.newest - captured > 100) frames.repeated++;
      frames.newest = Math.max(frames.newest, captured);
      frames.pauseMs = Math.max(frames.pauseMs, now - frames.atMs);
      frames.atMs = now;
    }).observe(root, { attributeFilter: ['data-frames'] });
    const seen = () => ({
      colours: [...colours].sort(),
      boxes: [...boxes],
      states: [...states],
      backMs: Math.round(frames.backMs),
      repeated: frames.repeated,
      pauseMs: Math.round(frames.pauseMs),
    });
    Object.assign(globalThis, { seen });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: () => StageObservations }).seen());
}
