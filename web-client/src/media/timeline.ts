const SMOOTHING = 0.1;
const CORRECTION = 0.25;
const REBASE_US = 500_000;
const LEAST_US = 4_000;
const MOST_US = 500_000;
const PASSED_IN_US = 1_000;
const MOST_REPEATED_US = 10_000_000;

/** A place on the segments' timeline, in microseconds. */
export interface Slot {
  readonly decodeTime: number;
  readonly duration: number;
  /** Ratio of media time to capture time for this access unit: 1, or less for frames that were shown before. */
  readonly pace: number;
}

/**
 * Lays access units end to end on a timeline of their own. A SourceBuffer drops everything up to the next key frame
 * when a decoding time lies further away than twice the last duration, and durations are known one frame late; so each
 * duration is a guess, the next access unit starts where the guess ends, and the guesses are steered to follow capture time.
 */
export class Timeline {
  #next = 0;
  #averageUs: number;
  #lastCapture: number | undefined;
  #base = 0;

  /** @param fps the announced frame rate, for the first guess */
  constructor(fps: number) {
    this.#averageUs = Math.round(1_000_000 / fps);
  }

  /** The next access unit does not continue the last one: after a new socket or a new camera start. */
  rebase(): void {
    this.#lastCapture = undefined;
  }

  /** Where on the timeline that moment of the agent's clock lies; undefined before the first access unit, and after {@link rebase}. */
  mediaTimeOf(captureTime: number): number | undefined {
    return this.#lastCapture === undefined ? undefined : captureTime - this.#base;
  }

  /**
   * The slot of the next access unit, given its decoding time on the agent's clock. One that is no newer than the last
   * passes in no time: another rendition may begin with frames that were shown before.
   */
  place(captureTime: number): Slot {
    const decodeTime = this.#next;
    if (this.#repeats(captureTime)) {
      this.#next = decodeTime + PASSED_IN_US;
      return { decodeTime, duration: PASSED_IN_US, pace: PASSED_IN_US / this.#averageUs };
    }
    const delta = this.#lastCapture === undefined ? undefined : captureTime - this.#lastCapture;
    this.#lastCapture = captureTime;
    if (delta !== undefined && delta >= LEAST_US && delta <= MOST_US) {
      this.#averageUs += (delta - this.#averageUs) * SMOOTHING;
    }
    let behind = captureTime - this.#base - decodeTime;
    if (delta === undefined || Math.abs(behind) > REBASE_US) {
      this.#base = captureTime - decodeTime;
      behind = 0;
    }
    const guess = this.#averageUs + behind * CORRECTION;
    const duration = Math.round(Math.min(2 * this.#averageUs, Math.max(this.#averageUs / 2, guess)));
    this.#next = decodeTime + duration;
    return { decodeTime, duration, pace: 1 };
  }

  #repeats(captureTime: number): boolean {
    const last = this.#lastCapture;
    return last !== undefined && captureTime <= last && last - captureTime <= MOST_REPEATED_US;
  }
}
