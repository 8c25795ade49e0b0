import { asProblem } from '../api/api-client';
import type { ApiProblem } from '../api/problem';
import type { components } from '../api/schema';
import { backoffMs } from '../net/backoff';
import type { PasswordTrouble, PendingEntry } from '../state/entry-state';

/** What a link's key is traded for. */
export type LinkSession = components['schemas']['Session'];

/** What is shown to the relay. */
export type LinkWish = components['schemas']['SessionWish'];

/** How far the exchange is. */
export type TradeState = PendingEntry | { readonly kind: 'admitted'; readonly session: LinkSession };

/** What a trade needs from outside. */
export interface TradeDeps {
  /** Asks the relay; fails with nothing but an {@link ApiProblem}. */
  readonly post: (wish: LinkWish) => Promise<LinkSession>;
  readonly random: () => number;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly onState: (state: TradeState) => void;
}

/** Trades the key of a link for a session, over as many tries as the network takes. Page thread only. */
export class LinkTrade {
  readonly #deps: TradeDeps;
  #camera = '';
  #key = '';
  #timer: unknown;
  #attempt = 0;
  /** Answers to an older question are not heard. */
  #question = 0;

  constructor(deps: TradeDeps) {
    this.#deps = deps;
  }

  /** Shows `key`; an earlier trade is forgotten. */
  begin(camera: string, key: string): void {
    this.#camera = camera;
    this.#key = key;
    this.#attempt = 0;
    this.#deps.onState({ kind: 'asking' });
    void this.#ask();
  }

  /** Shows the key again, with the password of the link. */
  offer(password: string): void {
    this.#deps.onState({ kind: 'password', trouble: 'checking', retryInMs: 0 });
    void this.#ask(password);
  }

  /** Asks at once if it is only waiting for the network. */
  hurry(): void {
    if (this.#timer !== undefined) {
      void this.#ask();
    }
  }

  async #ask(password?: string): Promise<void> {
    this.#deps.clearTimer(this.#timer);
    this.#timer = undefined;
    const question = ++this.#question;
    const wish = { camera: this.#camera, key: this.#key, ...(password !== undefined && { password }) };
    const answer = await this.#deps.post(wish).catch(asProblem);
    if (question !== this.#question) {
      return;
    }
    if (answer instanceof Error) {
      this.#failed(answer, password !== undefined);
    } else {
      this.#deps.onState({ kind: 'admitted', session: answer });
    }
  }

  #failed({ code, retryAfterMs }: ApiProblem, withPassword: boolean): void {
    switch (code) {
      case 'password_required':
        return this.#askPassword('none', 0);
      case 'wrong_password':
        return this.#askPassword('wrong', retryAfterMs);
      case 'too_many_requests':
        return withPassword ? this.#askPassword('too_many', retryAfterMs) : this.#wait('busy', retryAfterMs);
      case 'unreachable':
      case 'internal_error':
        return this.#wait('lost', retryAfterMs);
      default:
        this.#deps.onState({ kind: 'refused' });
    }
  }

  #askPassword(trouble: PasswordTrouble, retryInMs: number): void {
    this.#deps.onState({ kind: 'password', trouble, retryInMs });
  }

  #wait(reason: 'lost' | 'busy', atLeastMs: number): void {
    const retryInMs = atLeastMs + backoffMs(this.#attempt++, this.#deps.random());
    this.#timer = this.#deps.setTimer(() => void this.#ask(), retryInMs);
    this.#deps.onState({ kind: 'waiting', reason, retryInMs });
  }
}
