import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { retryWords } from './time-words';

const EVERY_MS = 250;

/** Says when something is tried again, and has its host render that anew until then. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #untilMs = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The next attempt follows after `ms`. */
  start(ms: number): void {
    this.#untilMs = performance.now() + ms;
    this.#timer ??= setInterval(() => this.#tick(), EVERY_MS);
  }

  /** `Trying again in 6 s.` */
  get words(): string {
    return retryWords(this.#untilMs, performance.now());
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    this.#host.requestUpdate();
    if (performance.now() > this.#untilMs) {
      this.hostDisconnected();
    }
  }
}
