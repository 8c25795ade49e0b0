const KEPT = 600;

/** Maps a video element's media time back to capture time; times in microseconds. */
export class CaptureMap {
  #entries: { readonly mediaUs: number; readonly captureUs: number }[] = [];

  /** Adds the frame at `mediaUs` of the element's timeline, captured at `captureUs` of the agent's clock. */
  add(mediaUs: number, captureUs: number): void {
    this.#entries.push({ mediaUs, captureUs });
    if (this.#entries.length > 2 * KEPT) {
      this.#entries = this.#entries.slice(-KEPT);
    }
  }

  /** Capture time of the frame nearest to `mediaUs`, undefined if none is known. */
  captureAt(mediaUs: number): number | undefined {
    let best: { readonly mediaUs: number; readonly captureUs: number } | undefined;
    for (const entry of this.#entries) {
      if (best === undefined || Math.abs(entry.mediaUs - mediaUs) <= Math.abs(best.mediaUs - mediaUs)) {
        best = entry;
      }
    }
    return best?.captureUs;
  }

  /** Clears the map: the timeline starts over. */
  clear(): void {
    this.#entries = [];
  }
}
