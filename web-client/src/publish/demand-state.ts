import type { Demand } from '../protocol/agent-message';

/** How long the encoders go on after the last reader has left. */
const LINGER_MS = 3000;

/** What the relay needs of this page. The caller passes the time. */
export class DemandState {
  #demand: Demand | undefined;
  #idleSinceMs: number | undefined;

  /** Takes what the relay asks for. */
  set(demand: Demand, nowMs: number): void {
    this.#demand = demand;
    this.#idleSinceMs = this.readers > 0 ? undefined : (this.#idleSinceMs ?? nowMs);
  }

  /** The socket is gone: nothing is known until the next one. */
  clear(): void {
    this.#demand = undefined;
    this.#idleSinceMs = undefined;
  }

  /** People who watch. */
  get viewers(): number {
    return this.#demand?.viewers ?? 0;
  }

  /** All that need the stream. */
  get readers(): number {
    return this.#demand?.readers ?? this.viewers;
  }

  /** Whether anything has to be encoded. */
  isAwake(nowMs: number): boolean {
    if (this.#demand === undefined) {
      return false;
    }
    return this.#idleSinceMs === undefined || nowMs - this.#idleSinceMs < LINGER_MS;
  }

  /** Whether this track is asked for; before the relay knows the tracks, all are. */
  needs(track: number): boolean {
    const tracks = this.#demand?.tracks ?? [];
    return tracks.length === 0 || tracks.includes(track);
  }

  /** Whether this track is asked for by its id: what is not necessary can wait for that. */
  names(track: number): boolean {
    return this.#demand?.tracks.includes(track) === true;
  }
}
