/** Frames that queue this long on their way stop the encoder until less does. */
const MOST_DELAY_MS = 350;
/** At most this time’s worth of video is on its way. */
const MOST_IN_FLIGHT_S = 0.8;
const LEAST_WINDOW_BYTES = 60_000;
/** A camera’s frames come unevenly: one that is so much early for its rate still counts. */
const EARLY = 0.3;

/** What the way to the relay is like at this moment. */
export interface WayAhead {
  readonly delayMs: number;
  readonly bytes: number;
  /** Bits a second that are meant to be sent. */
  readonly bitRate: number;
}

/**
 * Which captured frames are encoded: as many a second as the plan says, and none while too much is on its way. A frame that was never
 * encoded is missed by no decoder, so nothing has to be repaired after it.
 */
export class FramePacer {
  #nextUs = Number.NEGATIVE_INFINITY;
  #held = false;

  /** Whether the frame captured at `captureUs` is to be encoded. */
  take(captureUs: number, fps: number, way: WayAhead): boolean {
    const intervalUs = 1_000_000 / fps;
    if (captureUs < this.#nextUs - intervalUs * EARLY) {
      return false;
    }
    if (isFull(way)) {
      this.#held = true;
      return false;
    }
    this.#nextUs = Math.max(this.#nextUs + intervalUs, captureUs + intervalUs * (1 - EARLY));
    return true;
  }

  /** Whether frames were held back since the last call, because too much was on its way. */
  takeHeld(): boolean {
    const held = this.#held;
    this.#held = false;
    return held;
  }
}

function isFull({ delayMs, bytes, bitRate }: WayAhead): boolean {
  const most = Math.max(LEAST_WINDOW_BYTES, (bitRate / 8) * MOST_IN_FLIGHT_S);
  return delayMs > MOST_DELAY_MS || bytes > most;
}
