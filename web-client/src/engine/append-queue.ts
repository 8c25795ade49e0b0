import type { Segment } from '../media/segment';

const REMOVE_ON_QUOTA_S = 3;

/** Appends to a SourceBuffer one segment at a time and recovers when it is full. */
export class AppendQueue {
  readonly #buffer: SourceBuffer;
  readonly #onBroken: () => void;
  readonly #onAppended: () => void;
  #waiting: Segment[] = [];
  #removal: { readonly fromS: number; readonly toS: number } | undefined;

  constructor(buffer: SourceBuffer, onAppended: () => void, onBroken: () => void) {
    this.#buffer = buffer;
    this.#onAppended = onAppended;
    this.#onBroken = onBroken;
    buffer.addEventListener('updateend', () => this.#updated());
    buffer.addEventListener('error', onBroken);
  }

  /** Appends `segment` when its turn comes. */
  add(segment: Segment): void {
    this.#waiting.push(segment);
    this.#next();
  }

  /** Removes that range from the buffer, before the next append. */
  remove(range: { readonly fromS: number; readonly toS: number }): void {
    this.#removal = range;
    this.#next();
  }

  #updated(): void {
    this.#onAppended();
    this.#next();
  }

  #next(): void {
    if (this.#buffer.updating) {
      return;
    }
    try {
      this.#step();
    } catch (error) {
      this.#recover(error);
    }
  }

  #step(): void {
    if (this.#removal !== undefined) {
      const { fromS, toS } = this.#removal;
      this.#removal = undefined;
      this.#buffer.remove(fromS, toS);
      return;
    }
    const segment = this.#waiting[0];
    if (segment === undefined) {
      return;
    }
    if (segment.mime !== undefined) {
      this.#buffer.changeType(segment.mime);
    }
    this.#buffer.appendBuffer(segment.bytes);
    this.#waiting.shift();
  }

  #recover(error: unknown): void {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    const buffered = this.#buffer.buffered;
    if (!full || buffered.length === 0) {
      this.#onBroken();
      return;
    }
    const fromS = buffered.start(0);
    this.remove({ fromS, toS: Math.max(fromS + 0.1, buffered.end(buffered.length - 1) - REMOVE_ON_QUOTA_S) });
  }
}
