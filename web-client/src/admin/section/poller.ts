import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asProblem } from '../../api/api-client';
import type { ApiProblem } from '../../api/problem';

const EVERY_MS = 3000;

/** Keeps what `load` gives up to date while its host is on the page and the page can be seen; one question at a time. */
export class Poller<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<T>;
  #timer: ReturnType<typeof setInterval> | undefined;
  #asking: Promise<void> | undefined;
  /** The newest answer. */
  value: T | undefined;
  /** Why there is no newer one. */
  problem: ApiProblem | undefined;

  constructor(host: ReactiveControllerHost, load: () => Promise<T>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(this.#tick, EVERY_MS);
    document.addEventListener('visibilitychange', this.#tick);
    void this.refresh();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#tick);
  }

  /** Asks now, after the question that may be on its way. */
  async refresh(): Promise<void> {
    await this.#asking;
    this.#asking = this.#ask();
    await this.#asking;
    this.#asking = undefined;
  }

  readonly #tick = (): void => {
    if (document.visibilityState === 'visible' && this.#asking === undefined) {
      void this.refresh();
    }
  };

  async #ask(): Promise<void> {
    try {
      this.value = await this.#load();
      this.problem = undefined;
    } catch (caught) {
      this.problem = asProblem(caught);
    }
    this.#host.requestUpdate();
  }
}
