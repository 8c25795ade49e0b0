const STEADY_LIMIT = 12;
const BURST_LIMIT = 400;
const BURST_MS = 3000;

/** What to do with the next access unit, given how many wait in the decoder. */
export type GuardDecision = 'decode' | 'skip' | 'start_over';

/**
 * Keeps a slow decoder from falling behind: over the limit everything up to the next key frame is dropped, and that
 * one starts with an empty decoder. During the relay's initial burst the limit is high for three seconds.
 */
export class DecodeGuard {
  #burstUntilMs = Number.POSITIVE_INFINITY;
  #skipping = false;

  /** @param waiting the decoder's queue before this access unit */
  judge(waiting: number, key: boolean, nowMs: number): GuardDecision {
    this.#burstUntilMs = Math.min(this.#burstUntilMs, nowMs + BURST_MS);
    const full = waiting > (nowMs < this.#burstUntilMs ? BURST_LIMIT : STEADY_LIMIT);
    if (!this.#skipping && !full) {
      return 'decode';
    }
    this.#skipping = !key;
    return key ? 'start_over' : 'skip';
  }

  /** A new burst is to be expected: after a reconnect or a reset. */
  expectBurst(): void {
    this.#burstUntilMs = Number.POSITIVE_INFINITY;
    this.#skipping = false;
  }
}
