import type { SoundClock } from './sound-clock';

const WINDOW_MS = 1000;
const LEAST_SAMPLES = 5;
const SETTLE_MS = 4000;
const TOLERATED_MS = 15;
const MOST_EXTRA_MS = 500;
/** A frame that would have to wait longer has a clock that is not that of the sound. */
const MOST_WAIT_US = 1_500_000;
/** A quarter of the frames may be late. */
const LATE_SHARE = 0.25;
const SMOOTHING = 0.1;

/**
 * The smallest common delay of frames and sound: a frame waits until the sound of its moment is heard, and the sound is delayed when
 * frames come too late for it. Without sound no frame waits.
 */
export class LipSync {
  readonly #clock: SoundClock;
  readonly #nowUs: () => number;
  readonly #delaySound: (extraMs: number) => void;
  #sparesMs: number[] = [];
  #sinceMs = 0;
  #notBeforeMs = 0;
  #extraMs = 0;
  #skewMs: number | undefined;

  /** @param delaySound called with the delay that the sound needs beyond its own, in ms */
  constructor(clock: SoundClock, nowUs: () => number, delaySound: (extraMs: number) => void) {
    this.#clock = clock;
    this.#nowUs = nowUs;
    this.#delaySound = delaySound;
  }

  /** How much newer the drawn frames are than what is heard, smoothed, in ms; undefined without sound. */
  get skewMs(): number | undefined {
    return this.#skewMs;
  }

  /** How long a frame of that capture time has to wait, in µs, negative when it is late; undefined without sound. */
  waitUs(captureUs: number): number | undefined {
    const heardUs = this.#clock.heardUs(this.#nowUs());
    const waitUs = heardUs === undefined ? undefined : captureUs - heardUs;
    return waitUs === undefined || Math.abs(waitUs) > MOST_WAIT_US ? undefined : waitUs;
  }

  /** A frame has come that would have to wait so long. */
  arrived(waitUs: number): void {
    const nowMs = this.#nowUs() / 1000;
    if (nowMs < this.#notBeforeMs) {
      return;
    }
    if (this.#sparesMs.length === 0) {
      this.#sinceMs = nowMs;
    }
    this.#sparesMs.push(waitUs / 1000);
    if (nowMs - this.#sinceMs >= WINDOW_MS && this.#sparesMs.length >= LEAST_SAMPLES) {
      this.#judge(nowMs);
    }
  }

  /** A frame of that capture time was drawn. */
  drawn(captureUs: number): void {
    const waitUs = this.waitUs(captureUs);
    if (waitUs === undefined) {
      this.#skewMs = undefined;
      return;
    }
    const before = this.#skewMs ?? waitUs / 1000;
    this.#skewMs = before + (waitUs / 1000 - before) * SMOOTHING;
  }

  /** The sound begins anew, without a delay. */
  restart(): void {
    this.#sparesMs = [];
    this.#extraMs = 0;
    this.#notBeforeMs = 0;
    this.#skewMs = undefined;
  }

  #judge(nowMs: number): void {
    const sorted = this.#sparesMs.sort((one, other) => one - other);
    const spareMs = sorted[Math.floor(sorted.length * LATE_SHARE)] ?? 0;
    this.#sparesMs = [];
    const extraMs = Math.min(MOST_EXTRA_MS, Math.max(0, this.#extraMs - spareMs));
    if (Math.abs(spareMs) > TOLERATED_MS && extraMs !== this.#extraMs) {
      this.#extraMs = extraMs;
      this.#notBeforeMs = nowMs + SETTLE_MS;
      this.#delaySound(extraMs);
    }
  }
}
