/** Pauses further apart are hiccups: relay and agent keep key frames no further apart than 10 s. */
const FURTHEST_MS = 12_000;
const MARGIN_MS = 1000;
const MARGIN = 1.5;

/** Notices when a slow connection leaves single frames of the video, by the pauses between them. */
export class SingleFrames {
  #pauses = 0;
  #lastMs: number | undefined;
  #distanceMs: number | undefined;

  /** Whether the video comes in single frames, given how many pauses it has had so far; to be asked several times a second. */
  observe(pauses: number, nowMs: number): boolean {
    if (pauses > this.#pauses) {
      const distanceMs = this.#lastMs === undefined ? undefined : nowMs - this.#lastMs;
      this.#distanceMs = distanceMs !== undefined && distanceMs <= FURTHEST_MS ? distanceMs : undefined;
      this.#lastMs = nowMs;
    }
    this.#pauses = pauses;
    return (
      this.#distanceMs !== undefined &&
      nowMs - (this.#lastMs ?? nowMs) < this.#distanceMs * MARGIN + MARGIN_MS
    );
  }
}
