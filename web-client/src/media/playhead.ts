/** A decoded frame that must be closed by its owner; `timestamp` in microseconds of the agent's clock. */
export interface Frame {
  readonly timestamp: number;
  close(): void;
}

/** Holds the newest decoded frame until it is drawn: the newest wins, and time never runs backwards. */
export class Playhead<P extends Frame> {
  #waiting: P | undefined;
  #newest = Number.NEGATIVE_INFINITY;
  #skipped = 0;

  /** Frames that were decoded and never shown, because a newer one was there first. */
  get skipped(): number {
    return this.#skipped;
  }

  /** Takes ownership of `frame`. */
  offer(frame: P): void {
    if (frame.timestamp < this.#newest) {
      frame.close();
      this.#skipped++;
      return;
    }
    this.#newest = frame.timestamp;
    if (this.#waiting !== undefined) {
      this.#waiting.close();
      this.#skipped++;
    }
    this.#waiting = frame;
  }

  /** Transfers ownership of the newest frame; undefined if there is none. */
  take(): P | undefined {
    const frame = this.#waiting;
    this.#waiting = undefined;
    return frame;
  }

  /** Drops the frame and the time: the next frames may have an earlier clock. */
  reset(): void {
    this.take()?.close();
    this.#newest = Number.NEGATIVE_INFINITY;
  }
}
