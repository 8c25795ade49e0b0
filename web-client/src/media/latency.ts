const SMOOTHING = 0.15;

/**
 * Age of a frame, in milliseconds.
 *
 * @param nowUs our clock when it was drawn
 * @param pageToRelayUs what to add to our clock to get the relay's
 * @param captureUs when it was captured, by the agent's media clock
 * @param agentToRelayUs what to add to the agent's clock to get the relay's
 */
export function ageMs(
  nowUs: number,
  pageToRelayUs: number,
  captureUs: number,
  agentToRelayUs: number,
): number {
  return (nowUs + pageToRelayUs - captureUs - agentToRelayUs) / 1000;
}

/** Smooths latency for people; a jump of more than a second is shown at once. */
export class LatencyMeter {
  #smoothMs: number | undefined;

  /** The smoothed latency, undefined before the first frame. */
  get valueMs(): number | undefined {
    return this.#smoothMs;
  }

  /** Takes the age of the frame just drawn. */
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
