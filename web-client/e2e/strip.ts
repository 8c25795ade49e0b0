import type { Page } from '@playwright/test';

/** One frame as it was on the page: what its strip encodes, and the latency that the page showed at that moment. */
export interface Sighting {
  /** Page time when the pixels were read, ms since 1970. */
  readonly at: number;
  /** Number of the frame, from the strip. */
  readonly number: number;
  /** Capture time, ms since 1970, from the strip. */
  readonly capture: number;
  /** Latency that the badge shows, ms; NaN while there is none. */
  readonly badge: number;
  /** How long before that the pixels were last looked at, ms: what came and went meanwhile was not seen. */
  readonly unseen: number;
}

/**
 * Reads the strip (layout: `TestStrip.java`) out of the page's pixels at every animation frame and keeps each frame's first sighting.
 * The strip is 12 bytes in 96 cells, 32 a row, each row a 24th of the height.
 */
export function watchStrip(page: Page, seconds: number): Promise<Sighting[]> {
  return page.evaluate(async (duration) => {
    const columns = 32;
    const rows = 3;
    const small = new OffscreenCanvas(columns, rows);
    const pen = small.getContext('2d', { willReadFrequently: true });
    if (pen === null) throw new Error('no 2d canvas');
    pen.imageSmoothingEnabled = false;

    const crc8 = (bytes: Uint8Array): number => {
      let crc = 0;
      for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : (crc << 1) & 0xff;
      }
      return crc;
    };

    const stage = ():
      | { image: HTMLCanvasElement | HTMLVideoElement; width: number; height: number }
      | undefined => {
      const image = document.querySelector<HTMLCanvasElement | HTMLVideoElement>('#video');
      if (image === null) return undefined;
      if (image instanceof HTMLVideoElement)
        return { image, width: image.videoWidth, height: image.videoHeight };
      return { image, width: image.width, height: image.height };
    };

    const bytesOf = (pixels: Uint8ClampedArray): Uint8Array => {
      const bytes = new Uint8Array(12);
      for (let bit = 0; bit < 96; bit++) {
        if ((pixels[bit * 4 + 1] ?? 0) >= 128) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
      }
      return bytes;
    };

    const read = (): { number: number; capture: number } | undefined => {
      const now = stage();
      if (now === undefined || now.width === 0) return undefined;
      // Smoothing is off, so that each cell becomes one pixel of its inside.
      pen.drawImage(now.image, 0, 0, now.width, (now.height * rows) / 24, 0, 0, columns, rows);
      const bytes = bytesOf(pen.getImageData(0, 0, columns, rows).data);
      if (bytes[0] !== 0xa5 || bytes[11] !== crc8(bytes.subarray(0, 11))) return undefined;
      const view = new DataView(bytes.buffer);
      return { number: view.getUint32(1), capture: view.getUint16(5) * 2 ** 32 + view.getUint32(7) };
    };

    const seen: { at: number; number: number; capture: number; badge: number; unseen: number }[] = [];
    let looked = performance.now();
    const end = performance.now() + duration * 1000;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        const unseen = performance.now() - looked;
        looked = performance.now();
        const strip = read();
        if (strip !== undefined && seen.at(-1)?.number !== strip.number) {
          const badge = document.querySelector('fanlight-watch')?.getAttribute('data-latency-ms');
          seen.push({
            at: performance.timeOrigin + performance.now(),
            ...strip,
            badge: Number(badge ?? Number.NaN),
            unseen,
          });
        }
        if (performance.now() < end) requestAnimationFrame(look);
        else resolve();
      };
      requestAnimationFrame(look);
    });
    return seen;
  }, seconds);
}

/** The largest number of frames missing between two sightings. */
export function largestGap(sightings: readonly Sighting[]): number {
  return Math.max(0, ...gaps(sightings).map(({ frames }) => frames));
}

/** Gaps of more than `most` frames, each with what shows whether the camera, the network or the page stalled. */
export function gapsOver(sightings: readonly Sighting[], most: number): string[] {
  return gaps(sightings)
    .filter(({ frames }) => frames > most)
    .map(
      ({ frames, before, after }) =>
        `${frames} frames, ${(after.at - before.at).toFixed(0)} ms, not looked for ${after.unseen.toFixed(0)} ms, ` +
        `${(after.at - after.capture).toFixed(0)} ms old then, ${(before.at - before.capture).toFixed(0)} ms before`,
    );
}

interface Gap {
  readonly frames: number;
  readonly before: Sighting;
  readonly after: Sighting;
}

function gaps(sightings: readonly Sighting[]): Gap[] {
  return sightings.flatMap((after, i) => {
    const before = sightings[i - 1];
    return before === undefined ? [] : [{ frames: after.number - before.number - 1, before, after }];
  });
}

/** The value below which a part `q` (0 to 1) of the values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}
