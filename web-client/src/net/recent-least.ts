const BUCKET_MS = 3000;
const BUCKETS = 10;

/** The least of the values of the last half minute, kept as ten numbers. */
export class RecentLeast {
  #buckets: readonly { readonly number: number; readonly least: number }[] = [];

  /** Takes one value and returns the least there is, this one included. */
  add(value: number, nowMs: number): number {
    const number = Math.floor(nowMs / BUCKET_MS);
    const last = this.#buckets.at(-1);
    if (last?.number !== number) {
      const recent = this.#buckets.filter((bucket) => bucket.number > number - BUCKETS);
      this.#buckets = [...recent, { number, least: value }];
    } else if (value < last.least) {
      this.#buckets = [...this.#buckets.slice(0, -1), { number, least: value }];
    }
    return Math.min(...this.#buckets.map((bucket) => bucket.least));
  }

  /** Clears all values. */
  clear(): void {
    this.#buckets = [];
  }
}
