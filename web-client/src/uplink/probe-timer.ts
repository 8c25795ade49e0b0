/** Calm time before the first step up. */
const SHORTEST_MS = 3000;
/** Longest time between two probes of an uplink that fails all of them. */
const LONGEST_MS = 60_000;
/** A probe that is followed by late frames within this time has failed. */
const JUDGED_MS = 6000;
/** Late frames so soon after others are of the same congestion. */
const SAME_CONGESTION_MS = 2000;
/** Up to this share of the rate at which frames queued, growing is no probe. */
const KNOWN_GOOD = 0.75;
/** After a probe that holds, the limit is looked for where it was not found yet. */
const LIMIT_GROWTH = 2;

/**
 * When more may be tried: after a calm time that doubles with each probe that fails and shrinks with each that holds. Below what was
 * possible before, nothing is a probe. The caller passes the time.
 */
export class ProbeTimer {
  #patienceMs = SHORTEST_MS;
  #calmSinceMs: number;
  #limit = Number.POSITIVE_INFINITY;
  #probedAtMs: number | undefined;
  #congestedAtMs = Number.NEGATIVE_INFINITY;

  constructor(nowMs: number) {
    this.#calmSinceMs = nowMs;
  }

  /** Frames are late; as far as known, `possible` bits a second are what the uplink carries. */
  congested(nowMs: number, possible: number): void {
    if (this.#probedAtMs !== undefined) {
      this.#patienceMs = Math.min(LONGEST_MS, this.#patienceMs * 2);
    }
    if (nowMs - this.#congestedAtMs > SAME_CONGESTION_MS) {
      this.#limit = possible;
    }
    this.#probedAtMs = undefined;
    this.#congestedAtMs = nowMs;
    this.#calmSinceMs = nowMs;
  }

  /** Something queues, though not for long. */
  postpone(nowMs: number): void {
    this.#calmSinceMs = Math.max(this.#calmSinceMs, nowMs - this.#patienceMs + SHORTEST_MS / 2);
  }

  /** Whether the bit rate may grow to `next` now. */
  due(nowMs: number, next: number): boolean {
    this.#settle(nowMs);
    const patience = this.#isKnownGood(next) ? SHORTEST_MS : this.#patienceMs;
    return nowMs - this.#calmSinceMs >= patience;
  }

  /** A step up was made to this rate. */
  begun(nowMs: number, bitRate: number): void {
    this.#probedAtMs = nowMs;
    if (!this.#isKnownGood(bitRate)) {
      this.#calmSinceMs = nowMs;
    }
  }

  #isKnownGood(bitRate: number): boolean {
    return bitRate <= this.#limit * KNOWN_GOOD;
  }

  /** A probe that has held: the limit was another one. */
  #settle(nowMs: number): void {
    if (this.#probedAtMs !== undefined && nowMs - this.#probedAtMs >= JUDGED_MS) {
      this.#probedAtMs = undefined;
      this.#patienceMs = Math.max(SHORTEST_MS, this.#patienceMs * 0.75);
      this.#limit *= LIMIT_GROWTH;
    }
  }
}
