import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ApiClient, asProblem } from '../../api/api-client';
import { eventsSince, type RelayEvent, type RelayView } from './relay-events';

const EVERY_MS = 5000;

/** Looks at the relay every few seconds, also while the page is in the background, and says what has happened since the last look. */
export class RelayWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #api: ApiClient;
  readonly #wanted: () => boolean;
  readonly #happened: (events: readonly RelayEvent[]) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #asking = false;
  /** What the last look has shown. */
  view: RelayView | undefined;

  /** Asks while `wanted` says so; `happened` is called with the events of each look that had some. */
  constructor(
    host: ReactiveControllerHost,
    api: ApiClient,
    wanted: () => boolean,
    happened: (events: readonly RelayEvent[]) => void,
  ) {
    this.#host = host;
    this.#api = api;
    this.#wanted = wanted;
    this.#happened = happened;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => void this.look(), EVERY_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  /** Looks now, unless it does already. */
  async look(): Promise<void> {
    if (this.#asking || !this.#wanted()) {
      return;
    }
    this.#asking = true;
    try {
      const [cameras, enrollments] = await Promise.all([
        this.#api.call('get', '/cameras'),
        this.#api.call('get', '/enrollments'),
      ]);
      this.#seen({ cameras, enrollments });
    } catch (caught) {
      // The section that is shown says what keeps it from loading.
      asProblem(caught);
    } finally {
      this.#asking = false;
    }
  }

  #seen(now: RelayView): void {
    const events = this.view === undefined ? [] : eventsSince(this.view, now);
    this.view = now;
    if (events.length > 0) {
      this.#happened(events);
    }
    this.#host.requestUpdate();
  }
}
