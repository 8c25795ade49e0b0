/** Acknowledgements come ten times a second; this much smooths the jitter of the way. */
const WINDOW_MS = 1500;

/** How many bits a second arrive at the relay, by what it acknowledges. The caller passes the time. */
export class DeliveryRate {
  #marks: { readonly atMs: number; readonly bytes: number }[] = [];

  /** Takes in the total of acknowledged bytes, a few times a second. */
  observe(atMs: number, totalBytes: number): void {
    this.#marks.push({ atMs, bytes: totalBytes });
    while (this.#marks.length > 2 && atMs - (this.#marks[0]?.atMs ?? atMs) > WINDOW_MS) {
      this.#marks.shift();
    }
  }

  /** Bits a second over the last one and a half seconds; 0 before there were two observations. */
  get bitsPerSecond(): number {
    const first = this.#marks[0];
    const last = this.#marks.at(-1);
    if (first === undefined || last === undefined || last.atMs <= first.atMs) {
      return 0;
    }
    return ((last.bytes - first.bytes) * 8000) / (last.atMs - first.atMs);
  }

  /** Forgets all observations. */
  clear(): void {
    this.#marks = [];
  }
}
