import type { MediaMessage } from '../protocol/media';

/** Most that waits: about 12 s of a camera of 10 Mbit/s. */
const MOST_BYTES = 16 << 20;
const MOST_MESSAGES = 2048;

/** What holding back needs from outside. */
export interface HoldBackDeps {
  /** How old a message of that capture time is now, in µs; undefined until the clocks are known. */
  readonly ageUs: (captureTime: number) => number | undefined;
  readonly pass: (message: MediaMessage) => void;
  readonly setTimer: (run: () => void, ms: number) => unknown;
}

/** Holds back what arrives until it has a certain age, so that a connection that hesitates is not seen. In order of arrival. */
export class HoldBack {
  readonly #deps: HoldBackDeps;
  #untilUs = 0;
  #waiting: MediaMessage[] = [];
  #bytes = 0;
  #begun = false;
  #timed = false;

  constructor(deps: HoldBackDeps) {
    this.#deps = deps;
  }

  /** Sets the age, in µs; 0 holds nothing back. */
  set untilUs(us: number) {
    this.#untilUs = us;
    this.#release();
  }

  /** Takes a message; the first key frame after {@link clear} passes at once, so that there is something to see. */
  offer(message: MediaMessage): void {
    this.#waiting.push(message);
    this.#bytes += message.payload.length;
    this.#release();
  }

  /** Drops what waits: the media begin anew. */
  clear(): void {
    this.#waiting = [];
    this.#bytes = 0;
    this.#begun = false;
  }

  #release(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const waitUs = this.#waitUs(next);
      if (waitUs > 0) {
        this.#wake(waitUs / 1000);
        return;
      }
      this.#waiting.shift();
      this.#bytes -= next.payload.length;
      this.#deps.pass(next);
    }
  }

  #waitUs(message: MediaMessage): number {
    if (!this.#begun && message.key && message.kind === 'video') {
      this.#begun = true;
      return 0;
    }
    const full = this.#bytes > MOST_BYTES || this.#waiting.length > MOST_MESSAGES;
    const ageUs = this.#untilUs === 0 || full ? undefined : this.#deps.ageUs(message.captureTime);
    return ageUs === undefined ? 0 : this.#untilUs - ageUs;
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
