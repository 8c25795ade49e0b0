import { asProblem } from '../api/api-client';
import type { ApiProblem } from '../api/problem';
import type { components } from '../api/schema';
import { backoffMs } from '../net/backoff';
import type { PasswordStatus, PendingEntry, WaitReason } from '../state/entry-state';

/** The session a link's key is exchanged for. */
export type LinkSession = components['schemas']['Session'];

/** The request for a session. */
export type LinkRequest = components['schemas']['SessionRequest'];

/** How far the exchange is. */
export type ExchangeState = PendingEntry | { readonly kind: 'admitted'; readonly session: LinkSession };

/** What an exchange needs from outside. */
export interface ExchangeDeps {
  /** Sends the request; rejects only with an {@link ApiProblem}. */
  readonly post: (request: LinkRequest) => Promise<LinkSession>;
  readonly random: () => number;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly onState: (state: ExchangeState) => void;
}

/** Exchanges the key of a link for a session, with retries while the network is down. Page thread only. */
export class LinkExchange {
  readonly #deps: ExchangeDeps;
  #camera = '';
  #key = '';
  #timer: unknown;
  #attempt = 0;
  /** Answers to an older request are ignored. */
  #latest = 0;

  constructor(deps: ExchangeDeps) {
    this.#deps = deps;
  }

  /** Starts with `key`; an earlier exchange is abandoned. */
  begin(camera: string, key: string): void {
    this.#camera = camera;
    this.#key = key;
    this.#attempt = 0;
    this.#deps.onState({ kind: 'requesting' });
    void this.#send();
  }

  /** Repeats the request with the password of the link. */
  submitPassword(password: string): void {
    this.#deps.onState({ kind: 'password', status: 'checking', retryInMs: 0 });
    void this.#send(password);
  }

  /** Retries at once if it waits to. */
  retryNow(): void {
    if (this.#timer !== undefined) {
      void this.#send();
    }
  }

  async #send(password?: string): Promise<void> {
    this.#deps.clearTimer(this.#timer);
    this.#timer = undefined;
    const number = ++this.#latest;
    const request = { camera: this.#camera, key: this.#key, ...(password !== undefined && { password }) };
    const answer = await this.#deps.post(request).catch(asProblem);
    if (number !== this.#latest) {
      return;
    }
    if (answer instanceof Error) {
      this.#failed(answer, password !== undefined);
    } else {
      this.#deps.onState({ kind: 'admitted', session: answer });
    }
  }

  #failed({ code, retryAfterMs, request }: ApiProblem, withPassword: boolean): void {
    switch (code) {
      case 'password_required':
        return this.#askPassword('none', 0);
      case 'wrong_password':
        return this.#askPassword('wrong', retryAfterMs);
      case 'too_many_requests':
        return withPassword ? this.#askPassword('too_many', retryAfterMs) : this.#wait('busy', retryAfterMs);
      case 'not_found':
      case 'bad_request':
        return this.#deps.onState({ kind: 'refused', ...(request !== undefined && { request }) });
      case 'foreign':
        return this.#wait('addresses', retryAfterMs);
      case 'cross_origin':
        return this.#wait('origin', retryAfterMs);
      default:
        return this.#wait('lost', retryAfterMs);
    }
  }

  #askPassword(status: PasswordStatus, retryInMs: number): void {
    this.#deps.onState({ kind: 'password', status, retryInMs });
  }

  #wait(reason: WaitReason, atLeastMs: number): void {
    const retryInMs = atLeastMs + backoffMs(this.#attempt++, this.#deps.random());
    this.#timer = this.#deps.setTimer(() => void this.#send(), retryInMs);
    this.#deps.onState({ kind: 'waiting', reason, retryInMs });
  }
}
