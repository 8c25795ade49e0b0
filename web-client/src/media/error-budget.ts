const LIMIT = 5;
const LEAST_MS = 3000;

/**
 * Counts decoder errors until there are too many to continue: 5 in a row over at least 3 s, without a single decoded frame between them.
 * A stream that is damaged now and then yields frames from every intact key frame on; one that this browser cannot decode never does.
 */
export class ErrorBudget {
  #errors = 0;
  #firstMs = 0;

  /** Counts an error and returns whether the budget is spent. */
  spend(nowMs: number): boolean {
    this.#firstMs = this.#errors === 0 ? nowMs : this.#firstMs;
    this.#errors++;
    return this.#errors >= LIMIT && nowMs - this.#firstMs >= LEAST_MS;
  }

  /** A frame was decoded. */
  clear(): void {
    this.#errors = 0;
  }
}
