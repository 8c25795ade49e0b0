/** A decoded picture that must be closed by its owner; `timestamp` in microseconds of the agent's clock. */
export interface Picture {
  readonly timestamp: number;
  close(): void;
}

/** Holds the newest decoded picture until it is drawn: the newest wins, and time never runs backwards. */
export class Playhead<P extends Picture> {
  #waiting: P | undefined;
  #newest = Number.NEGATIVE_INFINITY;
  #skipped = 0;

  /** Pictures that were decoded and never shown, because a newer one was there first. */
  get skipped(): number {
    return this.#skipped;
  }

  /** Takes ownership of `picture`. */
  offer(picture: P): void {
    if (picture.timestamp < this.#newest) {
      picture.close();
      this.#skipped++;
      return;
    }
    this.#newest = picture.timestamp;
    if (this.#waiting !== undefined) {
      this.#waiting.close();
      this.#skipped++;
    }
    this.#waiting = picture;
  }

  /** Hands the newest picture over, with the duty to close it; undefined if there is nothing new. */
  take(): P | undefined {
    const picture = this.#waiting;
    this.#waiting = undefined;
    return picture;
  }

  /** Forgets the picture and the time: what comes next may have an earlier clock. */
  reset(): void {
    this.take()?.close();
    this.#newest = Number.NEGATIVE_INFINITY;
  }
}
