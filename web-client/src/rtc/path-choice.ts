import { LatenessMeter } from './lateness-meter';

/** By which way the media comes: over the socket of the page, or by WebRTC. */
export type MediaWay = 'websocket' | 'webrtc';

/** After that long without losses the way is fit for the socket again. It doubles each time that turns out to be wrong. */
export const CALM_MS = 30_000;
export const MAX_CALM_MS = 600_000;
/** A return that lasted that long was right. */
const PROVEN_MS = 120_000;
/** How long WebRTC is not tried after it failed, doubled with each failure. */
export const RETRY_MS = 10_000;
export const MAX_RETRY_MS = 300_000;
/** So many packets missed are no loss: 1 in 200. */
const FREE_OF_LOSS = 0.005;

/**
 * Chooses the way of the media: the socket at once, WebRTC when frames have come late for some seconds, the socket again after a calm
 * while. What fails waits before it is tried again. Pure: times are given, in ms of one clock.
 */
export class PathChoice {
  readonly #forced: MediaWay | undefined;
  readonly #lateness = new LatenessMeter();
  #way: MediaWay = 'websocket';
  #available = false;
  #notBeforeMs = Number.NEGATIVE_INFINITY;
  #retryMs = RETRY_MS;
  #calmMs = CALM_MS;
  #calmSinceMs = 0;
  #returnedAtMs = Number.NEGATIVE_INFINITY;

  /** @param forced the way that is taken whatever is measured, where there is one */
  constructor(forced?: MediaWay) {
    this.#forced = forced;
  }

  /** The way to take now. */
  get way(): MediaWay {
    return this.#available ? this.#way : 'websocket';
  }

  /** Whether the relay offers WebRTC. */
  setAvailable(available: boolean): void {
    this.#available = available;
  }

  /** The media begins anew: what was measured before says nothing. */
  restarted(): void {
    this.#lateness.restart();
  }

  /** A frame was shown, of that age if it is known. */
  frame(ageMs: number | undefined, nowMs: number): void {
    this.#lateness.frame(ageMs, nowMs);
  }

  /** What was missed of the packets by WebRTC lately, 0 to 1. */
  missed(share: number, nowMs: number): void {
    if (share > FREE_OF_LOSS) {
      this.#calmSinceMs = nowMs;
    }
  }

  /** WebRTC could not be had or has ended: the socket, for a while. */
  failed(nowMs: number): void {
    this.#take('websocket');
    this.#notBeforeMs = nowMs + this.#retryMs;
    this.#retryMs = Math.min(this.#retryMs * 2, MAX_RETRY_MS);
  }

  /** Something has changed about the stream that makes another try worth while. */
  renewed(): void {
    this.#notBeforeMs = Number.NEGATIVE_INFINITY;
    this.#retryMs = RETRY_MS;
  }

  /**
   * To be called about twice a second while media is wanted.
   *
   * @param degraded whether the relay sends less than everything, because this way is slow
   * @param frameMs usual distance of frames
   */
  tick(nowMs: number, { degraded, frameMs }: { readonly degraded: boolean; readonly frameMs: number }): void {
    this.#lateness.tick(nowMs, frameMs, degraded);
    if (this.#forced !== undefined) {
      this.#take(this.#forced === 'webrtc' && nowMs < this.#notBeforeMs ? 'websocket' : this.#forced);
    } else if (this.#way === 'websocket') {
      this.#considerWebRtc(nowMs);
    } else if (this.#lateness.severe) {
      this.failed(nowMs);
    } else if (nowMs - this.#calmSinceMs >= this.#calmMs) {
      this.#returnedAtMs = nowMs;
      this.#retryMs = RETRY_MS;
      this.#take('websocket');
    }
  }

  #considerWebRtc(nowMs: number): void {
    if (nowMs - this.#returnedAtMs > PROVEN_MS) {
      this.#calmMs = CALM_MS;
    }
    if (!this.#lateness.late || nowMs < this.#notBeforeMs || !this.#available) {
      return;
    }
    if (nowMs - this.#returnedAtMs <= PROVEN_MS) {
      this.#calmMs = Math.min(this.#calmMs * 2, MAX_CALM_MS);
    }
    this.#calmSinceMs = nowMs;
    this.#take('webrtc');
  }

  #take(way: MediaWay): void {
    if (way !== this.#way) {
      this.#way = way;
      this.#lateness.restart();
    }
  }
}
