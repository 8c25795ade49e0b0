/** What is waited beyond a round trip: until a missing packet is noticed, and its answer is decoded. */
const MARGIN_MS = 60;
/** More than that is worse than what it mends. */
export const MAX_BUFFER_MS = 800;
/** How long after the last loss frames are still held. */
const HOLD_MS = 10_000;
/** As with the way itself: fewer are no loss. */
const FREE_OF_LOSS = 0.005;

/**
 * How long frames are held before they are shown: not at all on a good way; where packets are missed, as long as it takes to have one sent again, so
 * that the frame is shown in its turn instead of late or not at all. Pure.
 */
export class BufferTarget {
  #lossAtMs = Number.NEGATIVE_INFINITY;
  #targetMs = 0;

  /** The time to hold frames, in ms, after a measurement. */
  measured(share: number | undefined, roundTripMs: number | undefined, nowMs: number): number {
    if (share !== undefined && share > FREE_OF_LOSS) {
      this.#lossAtMs = nowMs;
    }
    const lossy = nowMs - this.#lossAtMs < HOLD_MS && roundTripMs !== undefined;
    this.#targetMs = lossy ? this.#steadied(Math.min(roundTripMs + MARGIN_MS, MAX_BUFFER_MS)) : 0;
    return this.#targetMs;
  }

  /** Small changes would be seen as changes of speed. */
  #steadied(wantedMs: number): number {
    const small = Math.abs(wantedMs - this.#targetMs) < this.#targetMs / 4;
    return small ? this.#targetMs : Math.round(wantedMs);
  }
}
