/** Width and height, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the encoder is to make. */
export interface VideoPlan extends Size {
  readonly fps: number;
  /** Bits a second. */
  readonly bitRate: number;
}

/** What the source gives and the person wants of it. */
export interface VideoTarget extends Size {
  readonly fps: number;
  /** Most pixels of the shorter side. */
  readonly shortSide: number;
}

/** Bits a pixel at which video of 30 frames a second looks as good as it gets here. */
const GOOD_BITS_PER_PIXEL = 0.085;
const LEAST_BIT_RATE = 60_000;
const MOST_BIT_RATE = 6_000_000;

/** Fewer frames first, then a smaller size; each from which share of the full bit rate on. */
const LEVELS = [
  { scale: 1, slower: 1, share: 1 / 4 },
  { scale: 1, slower: 2, share: 1 / 6 },
  { scale: 1, slower: 3, share: 1 / 9 },
  { scale: 2 / 3, slower: 3, share: 1 / 16 },
  { scale: 1 / 2, slower: 3, share: 1 / 30 },
  { scale: 1 / 3, slower: 4, share: 0 },
] as const;

/** Going back up needs this much more than staying, so that a rate at the edge does not switch sizes. */
const HYSTERESIS = 1.3;
const LEAST_FPS = 5;

/** The bit rate above which nothing looks better. */
export function fullBitRate(target: VideoTarget): number {
  const { width, height } = fitted(target, target.shortSide);
  const rate = width * height * Math.sqrt(target.fps * 30) * GOOD_BITS_PER_PIXEL;
  return Math.round(Math.min(MOST_BIT_RATE, Math.max(LEAST_BIT_RATE, rate)));
}

/** The least bit rate that is still video. */
export function leastBitRate(): number {
  return LEAST_BIT_RATE;
}

/**
 * Which level of quality `bitRate` is spent best on, 0 being everything.
 *
 * @param current the level of now
 */
export function levelFor(target: VideoTarget, bitRate: number, current: number): number {
  const full = fullBitRate(target);
  const enough = (level: number, factor: number) => bitRate >= full * (LEVELS[level]?.share ?? 0) * factor;
  const stay = LEVELS.findIndex((_, level) => enough(level, 1));
  if (stay >= current) {
    return stay;
  }
  return Math.min(
    current,
    LEVELS.findIndex((_, level) => enough(level, HYSTERESIS)),
  );
}

/** Size and frame rate of `level`, with `bitRate`. */
export function planOf(target: VideoTarget, level: number, bitRate: number): VideoPlan {
  const { scale, slower } = LEVELS[level] ?? LEVELS[0];
  return {
    ...fitted(target, Math.min(target.shortSide, Math.min(target.width, target.height)) * scale),
    fps: Math.max(Math.min(LEAST_FPS, target.fps), target.fps / slower),
    bitRate: Math.round(bitRate),
  };
}

/** The size of the same shape whose shorter side has at most `shortSide` pixels; both even, as encoders need it. */
export function fitted(size: Size, shortSide: number): Size {
  const scale = Math.min(1, shortSide / Math.min(size.width, size.height));
  const even = (pixels: number) => Math.max(2, 2 * Math.round((pixels * scale) / 2));
  return { width: even(size.width), height: even(size.height) };
}

/** The low rendition of these frames; undefined when they are small already. */
export function lowPlan(target: VideoTarget): VideoPlan | undefined {
  const main = fitted(target, target.shortSide);
  if (Math.min(main.width, main.height) < 2 * LOW.shortSide) {
    return undefined;
  }
  return { ...fitted(target, LOW.shortSide), fps: Math.min(LOW.fps, target.fps), bitRate: LOW.bitRate };
}

const LOW = { shortSide: 180, fps: 10, bitRate: 150_000 };
