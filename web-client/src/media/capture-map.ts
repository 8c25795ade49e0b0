const KEPT = 600;

/** Finds out when the picture a video element shows was taken; times in microseconds. */
export class CaptureMap {
  #entries: { readonly mediaUs: number; readonly takenUs: number }[] = [];

  /** Notes that the picture at `mediaUs` of the element's timeline was taken at `takenUs` of the agent's clock. */
  add(mediaUs: number, takenUs: number): void {
    this.#entries.push({ mediaUs, takenUs });
    if (this.#entries.length > 2 * KEPT) {
      this.#entries = this.#entries.slice(-KEPT);
    }
  }

  /** When the picture nearest to `mediaUs` was taken, undefined if none is known. */
  takenAt(mediaUs: number): number | undefined {
    let best: { readonly mediaUs: number; readonly takenUs: number } | undefined;
    for (const entry of this.#entries) {
      if (best === undefined || Math.abs(entry.mediaUs - mediaUs) <= Math.abs(best.mediaUs - mediaUs)) {
        best = entry;
      }
    }
    return best?.takenUs;
  }

  /** Forgets everything: the timeline starts over. */
  clear(): void {
    this.#entries = [];
  }
}
