/** Snapshots that were requested of the worker and are not there yet. */
export class Snapshots {
  readonly #request: (id: number) => void;
  readonly #waiting = new Map<number, (blob: Blob | undefined) => void>();
  #next = 0;

  constructor(request: (id: number) => void) {
    this.#request = request;
  }

  /** Requests one. */
  take(): Promise<Blob | undefined> {
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#request(id);
    });
  }

  /** The worker has answered. */
  taken(id: number, blob: Blob | undefined): void {
    this.#waiting.get(id)?.(blob);
    this.#waiting.delete(id);
  }
}
