import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asProblem } from '../../api/api-client';
import type { ApiProblem } from '../../api/problem';
import { Countdown } from '../../ui/widget/countdown';

const EVERY_MS = 3000;

/** Keeps the result of `load` up to date while its host is on the page and the page can be seen; one request at a time. */
export class Poller<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<T>;
  readonly #failed: (problem: ApiProblem) => void;
  readonly #countdown: Countdown;
  #timer: ReturnType<typeof setInterval> | undefined;
  #pending: Promise<void> | undefined;
  #nextMs = 0;
  /** The data loaded last. */
  value: T | undefined;
  /** Why newer data could not be loaded. */
  problem: ApiProblem | undefined;

  /** `failed` is called once for each load that failed. */
  constructor(
    host: ReactiveControllerHost,
    load: () => Promise<T>,
    failed: (problem: ApiProblem) => void = () => undefined,
  ) {
    this.#host = host;
    this.#load = load;
    this.#failed = failed;
    this.#countdown = new Countdown(host);
    host.addController(this);
  }

  /** When it loads next, after a load that failed. */
  get nextWords(): string {
    return this.#countdown.words;
  }

  hostConnected(): void {
    this.#timer = setInterval(this.#tick, EVERY_MS);
    this.#nextMs = performance.now() + EVERY_MS;
    document.addEventListener('visibilitychange', this.#tick);
    void this.refresh();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#tick);
  }

  /** Loads now, after a request that may be under way. */
  async refresh(): Promise<void> {
    await this.#pending;
    this.#pending = this.#poll();
    await this.#pending;
    this.#pending = undefined;
  }

  readonly #tick = (): void => {
    this.#nextMs = performance.now() + EVERY_MS;
    if (document.visibilityState === 'visible' && this.#pending === undefined) {
      void this.refresh();
    }
  };

  async #poll(): Promise<void> {
    try {
      this.value = await this.#load();
      this.problem = undefined;
    } catch (caught) {
      this.problem = asProblem(caught);
      this.#countdown.start(this.#nextMs - performance.now());
      this.#failed(this.problem);
    }
    this.#host.requestUpdate();
  }
}
