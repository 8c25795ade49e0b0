import { ageMs } from '../media/latency';
import type { ShownFrame } from './engine-event';
import { nowUs } from './now';
import type { Clocks } from './report';

/** Counts the frames on screen and says how old they are. Page thread only. */
export class ShownFrames {
  #clocks: Clocks = {};
  #count = 0;

  /** Frames shown so far. */
  get count(): number {
    return this.#count;
  }

  /** The present by the agent's clock, in µs, as far as the clocks are known. */
  get agentNowUs(): number {
    return nowUs() + (this.#clocks.pageToRelayUs ?? 0) - (this.#clocks.agentToRelayUs ?? 0);
  }

  setClocks(clocks: Clocks): void {
    this.#clocks = clocks;
  }

  /** The age at `atUs` of what was captured at `captureUs` by the agent's clock; undefined until both clocks are known. */
  ageMs(captureUs: number, atUs: number): number | undefined {
    const { pageToRelayUs, agentToRelayUs } = this.#clocks;
    const known = pageToRelayUs !== undefined && agentToRelayUs !== undefined;
    return known ? ageMs(atUs, pageToRelayUs, captureUs, agentToRelayUs) : undefined;
  }

  /** Another frame is on screen; its capture time may be unknown. */
  shown(captureUs: number | undefined, atUs: number, width: number, height: number): ShownFrame {
    this.#count++;
    return {
      latencyMs: captureUs === undefined ? undefined : this.ageMs(captureUs, atUs),
      captureUs: (captureUs ?? this.agentNowUs) + (this.#clocks.agentToRelayUs ?? 0),
      width,
      height,
      count: this.#count,
    };
  }
}
