import type { MediaHeader } from '../protocol/media';
import type { Ack } from '../protocol/message';
import type { DeliveryMode } from '../protocol/stream-message';
import { RecentLeast } from './recent-least';

const URGENT_EVERY_MS = 100;
const REGULAR_EVERY_MS = 5000;
const LATE_MS = 250;
const PAUSE_MS = 500;

/**
 * Decides when to acknowledge access units. Each message costs the relay as much as four frames, so the rule is
 * one every 5 s, in one packet with the time request if one is due; what the relay must know soon is sent at once.
 */
export class AckPacer {
  readonly #pending = new Map<number, number>();
  readonly #tracks = new Set<number>();
  readonly #travel = new RecentLeast();
  #epoch: number | undefined;
  #urgent = false;
  #late = false;
  #still = false;
  #arrivedAtMs = Number.NEGATIVE_INFINITY;
  #sentAtMs = Number.NEGATIVE_INFINITY;

  /** Records an arrival, at `nowMs` and at `nowUs` of our clock. Only video is acknowledged: from that the relay sees how far behind a viewer is. */
  arrived(header: MediaHeader, nowMs: number, nowUs: number): void {
    const { track, sequence, captureTime, epoch, kind } = header;
    if (kind !== 'video') {
      this.#arrivedAtMs = nowMs;
      return;
    }
    if (epoch !== this.#epoch) {
      this.#reset();
      this.#epoch = epoch;
    }
    // The offset between the clocks is constant, so the difference to the least travel time is free of it.
    const travelMs = (nowUs - captureTime) / 1000;
    const late = travelMs - this.#travel.add(travelMs, nowMs) > LATE_MS;
    // Being on time again is urgent too: otherwise the relay would still consider the viewer late.
    this.#urgent ||= late || this.#late || this.#still || !this.#tracks.has(track) || !this.flowing(nowMs);
    this.#late = late;
    this.#tracks.add(track);
    this.#arrivedAtMs = nowMs;
    this.#pending.delete(track);
    this.#pending.set(track, sequence);
  }

  /** Records the delivery mode: on `still` the relay waits for an acknowledgement before it sends the next key frame. */
  delivery(mode: DeliveryMode): void {
    this.#still = mode === 'still';
    this.#urgent ||= this.#still;
  }

  /** Whether media is flowing: an access unit arrived within the last half second. */
  flowing(nowMs: number): boolean {
    return nowMs - this.#arrivedAtMs < PAUSE_MS;
  }

  /** The acknowledgement to send at once: the newest access unit when it is the first of its track or after a pause, is late, or the relay waits for it. */
  urgent(nowMs: number): Ack | undefined {
    const newest = [...this.#pending].at(-1);
    if (!this.#urgent || newest === undefined || nowMs - this.#sentAtMs < URGENT_EVERY_MS) {
      return undefined;
    }
    const [track, sequence] = newest;
    this.#pending.delete(track);
    return this.#acknowledged({ type: 'ack', track, sequence }, nowMs);
  }

  /** Whether a regular acknowledgement is due. */
  due(nowMs: number): boolean {
    return nowMs - this.#sentAtMs >= REGULAR_EVERY_MS;
  }

  /** The regular acknowledgements: the newest access unit of each track that is not acknowledged. */
  regular(nowMs: number): readonly Ack[] {
    const acks = [...this.#pending].map(([track, sequence]) =>
      this.#acknowledged({ type: 'ack', track, sequence }, nowMs),
    );
    this.#pending.clear();
    return acks;
  }

  /** Clears the state of a socket that has ended. */
  clear(): void {
    this.#reset();
    this.#still = false;
  }

  #reset(): void {
    this.#pending.clear();
    this.#tracks.clear();
    this.#travel.clear();
    this.#urgent = false;
    this.#late = false;
    this.#arrivedAtMs = Number.NEGATIVE_INFINITY;
  }

  #acknowledged(ack: Ack, nowMs: number): Ack {
    this.#urgent = false;
    this.#sentAtMs = nowMs;
    return ack;
  }
}
