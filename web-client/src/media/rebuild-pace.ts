const DELAYS_MS = [0, 1000, 2000, 4000];
const LONGEST_MS = 8000;
const GOOD_AFTER_MS = 10_000;

/**
 * How long a broken video element is left alone before it is built anew: not at all at first, longer when it breaks again and again.
 * Ten seconds of playing make the next failure a first one.
 */
export class RebuildPace {
  #failures = 0;
  #playsSinceMs: number | undefined;

  /** It has shown a frame. */
  played(nowMs: number): void {
    this.#playsSinceMs ??= nowMs;
  }

  /** It broke; returns the delay in milliseconds. */
  broke(nowMs: number): number {
    if (this.#playsSinceMs !== undefined && nowMs - this.#playsSinceMs >= GOOD_AFTER_MS) {
      this.#failures = 0;
    }
    this.#playsSinceMs = undefined;
    return DELAYS_MS[this.#failures++] ?? LONGEST_MS;
  }
}
