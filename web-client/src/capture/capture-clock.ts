const BUCKET_US = 5_000_000;

/**
 * Converts the timestamps of one captured track to our clock: each arrives some time after it was captured, and the quickest of the last
 * 5 to 10 s says how far the two clocks are apart. Results never go back, also from one source to the next.
 */
export class CaptureClock {
  #offsetUs = Number.POSITIVE_INFINITY;
  #previousUs = Number.POSITIVE_INFINITY;
  #bucketEndUs = Number.NEGATIVE_INFINITY;
  #lastUs = Number.NEGATIVE_INFINITY;

  /** When the frame with `timestampUs`, which arrived at `nowUs`, was captured; µs of our clock. */
  at(timestampUs: number, nowUs: number): number {
    if (nowUs >= this.#bucketEndUs) {
      this.#previousUs = this.#offsetUs;
      this.#offsetUs = Number.POSITIVE_INFINITY;
      this.#bucketEndUs = nowUs + BUCKET_US;
    }
    this.#offsetUs = Math.min(this.#offsetUs, nowUs - timestampUs);
    const offset = Math.min(this.#offsetUs, this.#previousUs);
    this.#lastUs = Math.max(this.#lastUs + 1, Math.round(timestampUs + offset));
    return this.#lastUs;
  }

  /** The timestamps that follow are of another clock. */
  restart(): void {
    this.#offsetUs = Number.POSITIVE_INFINITY;
    this.#previousUs = Number.POSITIVE_INFINITY;
    this.#bucketEndUs = Number.NEGATIVE_INFINITY;
  }
}
