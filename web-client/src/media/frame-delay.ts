import type { Frame } from './playhead';

/** A frame is drawn at the next repaint, half an interval later on average. */
const EARLY_US = 8_000;
/** Most frames that wait; decoders have few buffers. */
export const MOST_FRAMES = 16;

/** What a delay needs from outside. */
export interface FrameDelayDeps<F> {
  /** How long a frame of that capture time has to wait, in µs; undefined when frames do not wait. */
  readonly waitUs: (captureUs: number) => number | undefined;
  /** A frame has come that would have to wait so long. */
  readonly onArrival: (waitUs: number) => void;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  /** Takes ownership of the frame. */
  readonly pass: (frame: F) => void;
}

/** Holds decoded frames until the sound of their moment is heard; without sound they pass at once. */
export class FrameDelay<F extends Frame> {
  readonly #deps: FrameDelayDeps<F>;
  #waiting: F[] = [];
  #timed = false;

  constructor(deps: FrameDelayDeps<F>) {
    this.#deps = deps;
  }

  /** Takes ownership of `frame`. */
  offer(frame: F): void {
    const waitUs = this.#deps.waitUs(frame.timestamp);
    if (waitUs !== undefined) {
      this.#deps.onArrival(waitUs);
    }
    this.#waiting.push(frame);
    this.#release();
  }

  /** Closes what waits. */
  reset(): void {
    for (const frame of this.#waiting) {
      frame.close();
    }
    this.#waiting = [];
  }

  #release(): void {
    for (let frame = this.#waiting[0]; frame !== undefined; frame = this.#waiting[0]) {
      const waitUs = (this.#deps.waitUs(frame.timestamp) ?? 0) - EARLY_US;
      if (waitUs > 0 && this.#waiting.length <= MOST_FRAMES) {
        this.#wake(waitUs / 1000);
        return;
      }
      this.#waiting.shift();
      this.#deps.pass(frame);
    }
  }

  #wake(ms: number): void {
    if (!this.#timed) {
      this.#timed = true;
      this.#deps.setTimer(() => {
        this.#timed = false;
        this.#release();
      }, ms);
    }
  }
}
