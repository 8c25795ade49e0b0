import type { Page } from '@playwright/test';

/** What was on the stage at each animation frame since {@link startLooking}. */
export interface Looks {
  /** `green` or `blue` where the picture has that colour in its middle, its red, green and blue where it has neither. */
  readonly colours: readonly string[];
  readonly boxes: readonly string[];
  readonly states: readonly string[];
  /** By how much a picture was older than one before it, at most, in milliseconds. */
  readonly backMs: number;
  /** How many pictures were older than one before them, by more than clocks are apart. */
  readonly repeated: number;
  /** The longest time from one picture to the next, in milliseconds. */
  readonly pauseMs: number;
}

/** Looks at the stage at each animation frame; what it has seen so far is told by the function that it returns. */
export async function startLooking(page: Page): Promise<() => Promise<Looks>> {
  await page.evaluate(() => {
    const root = document.querySelector('fanlight-watch') as HTMLElement;
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const colours = new Set<string>();
    const boxes = new Set<string>();
    const states = new Set<string>();
    const pictures = { newest: 0, backMs: 0, repeated: 0, atMs: performance.now(), pauseMs: 0 };

    const colour = (): string => {
      const picture = document.querySelector<HTMLCanvasElement | HTMLVideoElement>('#video');
      if (picture === null || pen === null) return 'no picture';
      const [width, height] =
        picture instanceof HTMLVideoElement
          ? [picture.videoWidth, picture.videoHeight]
          : [picture.width, picture.height];
      pen.drawImage(picture, width / 2, height / 2, 8, 8, 0, 0, 1, 1);
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
      const taken = now - Number(root.dataset['latencyMs']);
      pictures.backMs = Math.max(pictures.backMs, pictures.newest - taken);
      if (pictures.newest - taken > 100) pictures.repeated++;
      pictures.newest = Math.max(pictures.newest, taken);
      pictures.pauseMs = Math.max(pictures.pauseMs, now - pictures.atMs);
      pictures.atMs = now;
    }).observe(root, { attributeFilter: ['data-frames'] });
    const seen = () => ({
      colours: [...colours].sort(),
      boxes: [...boxes],
      states: [...states],
      backMs: Math.round(pictures.backMs),
      repeated: pictures.repeated,
      pauseMs: Math.round(pictures.pauseMs),
    });
    Object.assign(globalThis, { seen });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: () => Looks }).seen());
}
