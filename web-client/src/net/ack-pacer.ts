import type { MediaHeader } from '../protocol/media';
import type { Ack } from '../protocol/message';
import type { DeliveryMode } from '../protocol/stream-message';
import { RecentLeast } from './recent-least';

const URGENT_EVERY_MS = 100;
const REGULAR_EVERY_MS = 5000;
const LATE_MS = 250;
const PAUSE_MS = 500;

/**
 * Decides when to tell that access units have arrived. Each message costs the relay as much as four pictures, so the rule is
 * one every 5 s, in one packet with the question for the time if there is one; but what the relay must know soon is said at once.
 */
export class AckPacer {
  readonly #unsaid = new Map<number, number>();
  readonly #tracks = new Set<number>();
  readonly #travel = new RecentLeast();
  #epoch: number | undefined;
  #urgent = false;
  #late = false;
  #still = false;
  #arrivedAtMs = Number.NEGATIVE_INFINITY;
  #saidAtMs = Number.NEGATIVE_INFINITY;

  /** Notes what has arrived, at `nowMs` and at `nowUs` of our clock. */
  arrived(header: MediaHeader, nowMs: number, nowUs: number): void {
    const { track, sequence, captureTime, epoch } = header;
    if (epoch !== this.#epoch) {
      this.#forget();
      this.#epoch = epoch;
    }
    // Both clocks are off by what stays the same, so it falls out of the difference to the least.
    const travelMs = (nowUs - captureTime) / 1000;
    const late = travelMs - this.#travel.add(travelMs, nowMs) > LATE_MS;
    // That they are in time again is news too: the relay would go on taking the viewer for late.
    this.#urgent ||= late || this.#late || this.#still || !this.#tracks.has(track) || !this.flowing(nowMs);
    this.#late = late;
    this.#tracks.add(track);
    this.#arrivedAtMs = nowMs;
    this.#unsaid.delete(track);
    this.#unsaid.set(track, sequence);
  }

  /** Notes what the relay sends from now on: on `still` it waits for an acknowledgement before it sends the next key frame. */
  delivery(mode: DeliveryMode): void {
    this.#still = mode === 'still';
    this.#urgent ||= this.#still;
  }

  /** Whether the next access unit is to be expected in a moment. */
  flowing(nowMs: number): boolean {
    return nowMs - this.#arrivedAtMs < PAUSE_MS;
  }

  /** What must be said at once: the newest access unit when it was the first of its track or of a while, came late, or is waited for. */
  urgent(nowMs: number): Ack | undefined {
    const newest = [...this.#unsaid].at(-1);
    if (!this.#urgent || newest === undefined || nowMs - this.#saidAtMs < URGENT_EVERY_MS) {
      return undefined;
    }
    const [track, sequence] = newest;
    this.#unsaid.delete(track);
    return this.#said({ type: 'ack', track, sequence }, nowMs);
  }

  /** Whether nothing has been said for so long that something should be. */
  due(nowMs: number): boolean {
    return nowMs - this.#saidAtMs >= REGULAR_EVERY_MS;
  }

  /** What is said now and then: the newest access unit of each track that has not been told. */
  regular(nowMs: number): readonly Ack[] {
    const acks = [...this.#unsaid].map(([track, sequence]) =>
      this.#said({ type: 'ack', track, sequence }, nowMs),
    );
    this.#unsaid.clear();
    return acks;
  }

  /** Forgets everything: it belongs to a socket that is gone. */
  clear(): void {
    this.#forget();
    this.#still = false;
  }

  #forget(): void {
    this.#unsaid.clear();
    this.#tracks.clear();
    this.#travel.clear();
    this.#urgent = false;
    this.#late = false;
    this.#arrivedAtMs = Number.NEGATIVE_INFINITY;
  }

  #said(ack: Ack, nowMs: number): Ack {
    this.#urgent = false;
    this.#saidAtMs = nowMs;
    return ack;
  }
}
