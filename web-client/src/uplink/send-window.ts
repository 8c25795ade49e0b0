const MAX_UNITS = 2048;

interface Sent {
  readonly track: number;
  readonly sequence: number;
  readonly bytes: number;
  readonly atMs: number;
}

/**
 * What was sent and not yet acknowledged: a browser and its kernel take seconds of video without complaint, so what has arrived is what
 * the relay has confirmed. The caller passes the time. At most 2,048 units: the oldest count as arrived.
 */
export class SendWindow {
  #inFlight: Sent[] = [];
  #bytes = 0;
  #acknowledged = 0;
  #shortestMs = Number.POSITIVE_INFINITY;

  /** One unit was handed to the socket. */
  sent(track: number, sequence: number, bytes: number, atMs: number): void {
    this.#inFlight.push({ track, sequence, bytes, atMs });
    this.#bytes += bytes;
    if (this.#inFlight.length > MAX_UNITS) {
      this.#bytes -= this.#inFlight.shift()?.bytes ?? 0;
    }
  }

  /** Takes an acknowledgement. A socket delivers in order: all that was sent before has arrived too, whatever its track. */
  acknowledged(track: number, sequence: number, nowMs: number): void {
    const index = this.#inFlight.findIndex((one) => one.track === track && one.sequence === sequence);
    const newest = this.#inFlight[index];
    if (newest === undefined) {
      return;
    }
    for (const { bytes } of this.#inFlight.splice(0, index + 1)) {
      this.#bytes -= bytes;
      this.#acknowledged += bytes;
    }
    this.#shortestMs = Math.min(this.#shortestMs, nowMs - newest.atMs);
  }

  /** Bytes that are on their way. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Bytes that were acknowledged so far. */
  get acknowledgedBytes(): number {
    return this.#acknowledged;
  }

  /** How long the oldest unit is on its way; 0 when there is none. */
  oldestMs(nowMs: number): number {
    const first = this.#inFlight[0];
    return first === undefined ? 0 : nowMs - first.atMs;
  }

  /** The same less the shortest way that was ever seen: what queues on the way makes it. */
  delayMs(nowMs: number): number {
    const way = Number.isFinite(this.#shortestMs) ? this.#shortestMs : 0;
    return Math.max(0, this.oldestMs(nowMs) - way);
  }

  /** Forgets everything: another socket, perhaps another way. */
  clear(): void {
    this.#inFlight = [];
    this.#bytes = 0;
    this.#shortestMs = Number.POSITIVE_INFINITY;
  }
}
