import type { Ack } from '../protocol/message';

const INTERVAL_MS = 100;

/** Turns arrivals into at most ten acknowledgements a second, always of the newest access unit of each track. */
export class AckPacer {
  readonly #newest = new Map<number, number>();
  #lastSentMs = Number.NEGATIVE_INFINITY;

  /** Notes that an access unit of `track` has arrived. */
  arrived(track: number, sequence: number): void {
    this.#newest.set(track, sequence);
  }

  /** What may be sent at `nowMs`: one acknowledgement, or none yet. */
  next(nowMs: number): Ack | undefined {
    const first = this.#newest.entries().next();
    if (first.done || nowMs - this.#lastSentMs < INTERVAL_MS) {
      return undefined;
    }
    const [track, sequence] = first.value;
    this.#newest.delete(track);
    this.#lastSentMs = nowMs;
    return { type: 'ack', track, sequence };
  }

  /** Forgets what has not been acknowledged: it belongs to a socket that is gone. */
  clear(): void {
    this.#newest.clear();
  }
}
