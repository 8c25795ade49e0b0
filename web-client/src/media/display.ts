import type { VideoTrack } from '../protocol/track';

/** Clockwise degrees by which a frame is turned before it is shown. */
export type Rotation = NonNullable<VideoTrack['rotation']>;

/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What decides how the frames of a track are shown. */
export type Display = Pick<VideoTrack, 'width' | 'height' | 'sar' | 'rotation'>;

/** Samples that are more than that much wider than high, or higher than wide, are taken for square: no picture has such. */
const MOST_STRETCHED = 16;

/** The sample aspect ratio to show a track by; undefined when its samples are square, or its ratio cannot be meant. */
export function sampleAspect({ sar }: Pick<Display, 'sar'>): Display['sar'] {
  if (sar === undefined) {
    return undefined;
  }
  const ratio = sar[0] / sar[1];
  return ratio > MOST_STRETCHED || ratio < 1 / MOST_STRETCHED ? undefined : sar;
}

/** The size of a frame with square samples, before it is turned; it only ever grows, as in browsers. */
export function squareSize(display: Omit<Display, 'rotation'>): Size {
  const { width, height } = display;
  const [numerator, denominator] = sampleAspect(display) ?? [1, 1];
  return numerator >= denominator
    ? { width: Math.round((width * numerator) / denominator), height }
    : { width, height: Math.round((height * denominator) / numerator) };
}

/** The size of a frame as it is shown: with square samples, and turned. */
export function displaySize(display: Display): Size {
  return turned(squareSize(display), display.rotation);
}

/** The size of a frame of `size` after it was turned. */
export function turned(size: Size, rotation: Rotation = 0): Size {
  return rotation === 90 || rotation === 270 ? { width: size.height, height: size.width } : size;
}

/** An affine map of the plane: x' = a x + c y + e, y' = b x + d y + f. */
export type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Turns a frame of `size` clockwise, and moves it back into the first quadrant. */
export function turn({ width, height }: Size, rotation: Rotation = 0): Transform {
  switch (rotation) {
    case 0:
      return [1, 0, 0, 1, 0, 0];
    case 90:
      return [0, 1, -1, 0, height, 0];
    case 180:
      return [-1, 0, 0, -1, width, height];
    case 270:
      return [0, -1, 1, 0, 0, width];
  }
}
