import { html, nothing, type TemplateResult } from 'lit';
import { type ApiClient, asProblem } from '../../api/api-client';
import type { ApiProblem } from '../../api/problem';
import { LightElement } from '../../ui/widget/light-element';
import { waitWords } from '../../ui/widget/time-words';
import { ownerName, welcome } from './welcome';

const COUNTDOWN_MS = 500;

/** Why signing in failed, and when it may be tried again (ms of the page's clock). */
interface SignInFailure {
  readonly problem: ApiProblem;
  readonly againAtMs: number;
}

/** The sign-in form. Fires `fl-signed-in`. */
export class SignInForm extends LightElement {
  static override properties = {
    api: { attribute: false },
    _problem: { state: true },
    _busy: { state: true },
  };

  declare api: ApiClient;
  private declare _problem: SignInFailure | undefined;
  private declare _busy: boolean;
  #countdown: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this._busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#countdown = setInterval(() => this.requestUpdate(), COUNTDOWN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#countdown);
  }

  protected override async firstUpdated(): Promise<void> {
    await this.updateComplete;
    this.#field?.focus();
  }

  protected override render(): TemplateResult {
    const waitMs = Math.max(0, (this._problem?.againAtMs ?? 0) - performance.now());
    return welcome(
      html`<form class="ad-make" @submit=${this.#submit}>
        <div>
          <h1>Sign in</h1>
          <p class="ad-muted"><bdi>${location.host}</bdi></p>
        </div>
        ${ownerName()}
        <div class="ad-password">
          <fanlight-password-input .label=${'Owner password'} .describedBy=${'owner-error'} .invalid=${this._problem !== undefined}></fanlight-password-input>
          <div id="owner-error" class="fl-error" role="alert">${this.#words(waitMs)}</div>
        </div>
        <button class="fl-button fl-button-text fl-button-main ad-wide" ?disabled=${this._busy || waitMs > 0}>Sign in</button>
        <p class="ad-hint">
          First sign-in, or password forgotten? On the server, run <code>fanlight-relay owner reset</code> and open the address it prints.
        </p>
      </form>`,
      5,
    );
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector('fanlight-password-input input');
  }

  #words(waitMs: number): string | typeof nothing {
    if (this._problem === undefined) {
      return nothing;
    }
    const { problem } = this._problem;
    switch (problem.code) {
      case 'wrong_password':
        return 'Wrong password. Try again.';
      case 'too_many_requests':
        return waitMs > 0
          ? `Too many attempts. Try again in ${waitWords(waitMs)}.`
          : 'You can try again now.';
      default:
        return problem.message;
    }
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const field = this.#field;
    if (field === null || this._busy) {
      return;
    }
    this._busy = true;
    try {
      await this.api.call('post', '/owner/session', { body: { password: field.value } });
      this.dispatchEvent(new CustomEvent('fl-signed-in', { bubbles: true }));
    } catch (caught) {
      const problem = asProblem(caught);
      this._problem = { problem, againAtMs: performance.now() + problem.retryAfterMs };
      field.select();
    } finally {
      this._busy = false;
    }
  }
}
