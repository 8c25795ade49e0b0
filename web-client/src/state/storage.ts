/** A storage that may be blocked: reads then return nothing, and writes are ignored. */
export class SafeStorage {
  readonly #open: () => Storage;

  /** @param open called each time, because merely accessing the storage may throw */
  constructor(open: () => Storage) {
    this.#open = open;
  }

  /** The value stored under `name`. */
  read(name: string): string | undefined {
    try {
      return this.#open().getItem(name) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps `value`; an empty one removes the entry. */
  write(name: string, value: string): void {
    try {
      if (value === '') {
        this.#open().removeItem(name);
      } else {
        this.#open().setItem(name, value);
      }
    } catch {
      return;
    }
  }
}
