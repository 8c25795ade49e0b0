const SMOOTHING = 0.15;

/**
 * How old a picture is, in milliseconds.
 *
 * @param nowUs our clock when it was drawn
 * @param pageToRelayUs what to add to our clock to get the relay's
 * @param takenUs when it was taken, by the agent's media clock
 * @param agentToRelayUs what to add to the agent's clock to get the relay's
 */
export function ageMs(nowUs: number, pageToRelayUs: number, takenUs: number, agentToRelayUs: number): number {
  return (nowUs + pageToRelayUs - takenUs - agentToRelayUs) / 1000;
}

/** Smooths latency for people; a jump of more than a second is shown at once. */
export class LatencyMeter {
  #smoothMs: number | undefined;

  /** The smoothed latency, undefined before the first picture. */
  get valueMs(): number | undefined {
    return this.#smoothMs;
  }

  /** Takes the age of the picture just drawn. */
  add(ms: number): void {
    const before = this.#smoothMs;
    this.#smoothMs =
      before === undefined || Math.abs(ms - before) > 1000 ? ms : before + (ms - before) * SMOOTHING;
  }

  /** Starts over. */
  reset(): void {
    this.#smoothMs = undefined;
  }
}
