import type { Segment } from '../media/segment';

const REMOVE_ON_QUOTA_S = 3;

/** Most segments that wait for a SourceBuffer; one that takes nothing for so long is broken. */
export const MAX_WAITING = 600;

/** The part of a browser's SourceBuffer that a queue uses. */
export type BufferLike = Pick<
  SourceBuffer,
  'updating' | 'buffered' | 'appendBuffer' | 'changeType' | 'remove' | 'addEventListener'
>;

/** What a queue reports to its player. */
export interface AppendListener {
  onAppended(): void;
  /** The buffer takes nothing any more; the queue is closed. */
  onBroken(): void;
}

/** Appends to a SourceBuffer one segment at a time and recovers when it is full. */
export class AppendQueue {
  readonly #buffer: BufferLike;
  readonly #listener: AppendListener;
  #waiting: Segment[] = [];
  #removal: { readonly fromS: number; readonly toS: number } | undefined;
  #closed = false;

  constructor(buffer: BufferLike, listener: AppendListener) {
    this.#buffer = buffer;
    this.#listener = listener;
    buffer.addEventListener('updateend', () => this.#updated());
    buffer.addEventListener('error', () => this.#broken());
  }

  /** Start and end of what is buffered, in seconds; undefined when that is nothing, or the buffer was removed from its source. */
  get buffered(): { readonly fromS: number; readonly toS: number } | undefined {
    try {
      const { buffered } = this.#buffer;
      return buffered.length === 0
        ? undefined
        : { fromS: buffered.start(0), toS: buffered.end(buffered.length - 1) };
    } catch {
      return undefined;
    }
  }

  /** Appends `segment` when its turn comes. */
  add(segment: Segment): void {
    if (this.#closed) {
      return;
    }
    this.#waiting.push(segment);
    if (this.#waiting.length > MAX_WAITING) {
      this.#broken();
    } else {
      this.#next();
    }
  }

  /** Removes that range from the buffer, before the next append. */
  remove(range: { readonly fromS: number; readonly toS: number }): void {
    this.#removal = range;
    this.#next();
  }

  /** Appends nothing more. */
  close(): void {
    this.#closed = true;
    this.#waiting = [];
    this.#removal = undefined;
  }

  #updated(): void {
    if (!this.#closed) {
      this.#listener.onAppended();
      this.#next();
    }
  }

  #broken(): void {
    if (!this.#closed) {
      this.close();
      this.#listener.onBroken();
    }
  }

  #next(): void {
    if (this.#closed || this.#buffer.updating) {
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
    const range = full ? this.buffered : undefined;
    if (range === undefined) {
      this.#broken();
      return;
    }
    const { fromS, toS } = range;
    this.remove({ fromS, toS: Math.max(fromS + 0.1, toS - REMOVE_ON_QUOTA_S) });
  }
}
