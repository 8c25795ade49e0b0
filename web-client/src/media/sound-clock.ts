const STALE_S = 1;

/** What a sound output reports of itself, several times a second. */
export interface SoundPosition {
  /** Time of the audio context, in seconds, at which the sample is rendered. */
  readonly contextS: number;
  /** When that sample was captured, in µs of the agent's clock; undefined while there is silence. */
  readonly captureUs: number | undefined;
}

/** Which moment of the audio context comes out of the loudspeaker when, by our clock. */
export interface OutputTime {
  readonly contextS: number;
  readonly atUs: number;
}

/** Knows which moment of the camera is heard now. */
export class SoundClock {
  #position: SoundPosition | undefined;
  #output: OutputTime | undefined;

  /** The newest position of what is rendered. */
  setPosition(position: SoundPosition): void {
    this.#position = position;
  }

  /** The newest relation of the context's time to ours. */
  setOutput(output: OutputTime): void {
    this.#output = output;
  }

  /** Nothing is heard. */
  clear(): void {
    this.#position = undefined;
  }

  /** Capture time of what is heard at `nowUs`; undefined while nothing is. */
  heardUs(nowUs: number): number | undefined {
    const { contextS = 0, captureUs } = this.#position ?? {};
    if (captureUs === undefined || this.#output === undefined) {
      return undefined;
    }
    const sinceS = this.#output.contextS + (nowUs - this.#output.atUs) / 1_000_000 - contextS;
    return Math.abs(sinceS) > STALE_S ? undefined : captureUs + sinceS * 1_000_000;
  }
}
