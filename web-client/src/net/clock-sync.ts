const SAMPLES = 8;
const ENOUGH = 4;

interface Sample {
  readonly offset: number;
  readonly roundTrip: number;
}

/** Estimates what to add to our clock to get the relay's, in microseconds; the quickest of the last 8 answers counts. */
export class ClockSync {
  #samples: readonly Sample[] = [];

  /** Takes one answer: `t0` sent and `t3` received on our clock, `t1` received and `t2` sent on the relay's. */
  add(t0: number, t1: number, t2: number, t3: number): void {
    const sample = { offset: (t1 - t0 + (t2 - t3)) / 2, roundTrip: t3 - t0 - (t2 - t1) };
    this.#samples = [...this.#samples.slice(1 - SAMPLES), sample];
  }

  /** The best sample, or undefined before the first answer. */
  get best(): Sample | undefined {
    return this.#samples.reduce<Sample | undefined>(
      (best, sample) => (best === undefined || sample.roundTrip <= best.roundTrip ? sample : best),
      undefined,
    );
  }

  /** Whether there are enough samples. */
  get settled(): boolean {
    return this.#samples.length >= ENOUGH;
  }

  /** Clears all samples: the next socket may reach another relay. */
  clear(): void {
    this.#samples = [];
  }
}
