const WINDOW_MS = 10_000;
const LIMIT = 5;

/** Counts decoder errors until there are too many to continue: 5 in 10 seconds. */
export class ErrorBudget {
  #times: readonly number[] = [];

  /** Counts an error and returns whether the budget is spent. */
  spend(nowMs: number): boolean {
    this.#times = [...this.#times.filter((time) => nowMs - time < WINDOW_MS), nowMs];
    return this.#times.length >= LIMIT;
  }
}
