const FIRST_US = 20_000;
const LEAST_US = 1_000;
const MOST_US = 120_000;
const CORRECTION = 0.1;
const JUMP_US = 60_000;
const OLD_US = 200_000;
/** Sound that is further ahead is placed when the video has come to it: the video may close a gap that both have. */
const MOST_AHEAD_US = 2_000_000;
/** Capture times that go further back are those of a clock that was set back. */
const MOST_REPEATED_US = 10_000_000;

/** A place on the segments' timeline, in microseconds. */
export interface SoundSlot {
  readonly decodeTime: number;
  readonly duration: number;
}

/**
 * Lays packets of sound end to end near where they belong: a video element stops at every gap. What is lost lengthens the packet
 * behind it, in which the decoder is silent then.
 */
export class SoundSlots {
  #next: number | undefined;
  #lastCaptureUs: number | undefined;
  #usualUs: number | undefined;

  /** The slot of the packet that was captured then and belongs at `mediaUs`; undefined for one from before what was placed, before the timeline, or far ahead of it. */
  place(captureUs: number, mediaUs: number): SoundSlot | undefined {
    const distanceUs = captureUs - (this.#lastCaptureUs ?? captureUs);
    if (mediaUs < 0 || (distanceUs < 0 && distanceUs >= -MOST_REPEATED_US)) {
      return undefined;
    }
    const decodeTime = this.#next ?? Math.round(mediaUs);
    const behindUs = mediaUs - decodeTime;
    if (behindUs < -OLD_US || behindUs > MOST_AHEAD_US) {
      return undefined;
    }
    this.#lastCaptureUs = captureUs;
    if (distanceUs >= LEAST_US && distanceUs <= MOST_US) {
      const before = this.#usualUs ?? distanceUs;
      this.#usualUs = before + (distanceUs - before) * CORRECTION;
    }
    const steered = (this.#usualUs ?? FIRST_US) + behindUs * (Math.abs(behindUs) > JUMP_US ? 1 : CORRECTION);
    const duration = Math.round(Math.max(LEAST_US, steered));
    this.#next = decodeTime + duration;
    return { decodeTime, duration };
  }
}
