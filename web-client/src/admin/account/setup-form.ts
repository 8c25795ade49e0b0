import { html, type TemplateResult } from 'lit';
import { type ApiClient, asProblem } from '../../api/api-client';
import { LightElement } from '../../ui/widget/light-element';
import { formText } from '../section/form-values';
import { newPasswordField, passwordError } from './new-password';
import { ownerName, welcome } from './welcome';

/** Sets the owner's first password with a one-time secret. Fires `fl-signed-in`. */
export class SetupForm extends LightElement {
  static override properties = {
    api: { attribute: false },
    secret: { attribute: false },
    _typed: { state: true },
    _error: { state: true },
    _busy: { state: true },
  };

  declare api: ApiClient;
  declare secret: string;
  private declare _typed: string;
  private declare _error: string;
  private declare _busy: boolean;

  constructor() {
    super();
    this._typed = '';
    this._error = '';
    this._busy = false;
  }

  protected override async firstUpdated(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('fanlight-password-input input')?.focus();
  }

  protected override render(): TemplateResult {
    return welcome(
      html`<form class="ad-make" @submit=${this.#submit} @input=${this.#input}>
        <div>
          <h1>Welcome to Fanlight</h1>
          <p class="ad-muted">This server is yours. Choose how you sign in.</p>
        </div>
        ${ownerName()}
        ${newPasswordField(this._typed, this._error)}
        <button class="fl-button fl-button-text fl-button-main ad-wide" ?disabled=${this._busy}>Set password</button>
        <p class="ad-hint">It gives full access to all cameras and settings. This page works once.</p>
      </form>`,
      1,
      nextSteps(),
    );
  }

  #input(event: Event): void {
    const field = event.target as HTMLInputElement;
    this._typed = field.value;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const password = formText(event.target as HTMLFormElement, 'new_password');
    this._error = passwordError(password) ?? '';
    if (this._error !== '' || this._busy) {
      return;
    }
    this._busy = true;
    try {
      await this.api.call('post', '/owner/setup', { body: { secret: this.secret, password } });
      this.dispatchEvent(new CustomEvent('fl-signed-in', { bubbles: true }));
    } catch (caught) {
      const problem = asProblem(caught);
      this._error =
        problem.code === 'not_found'
          ? 'This set-up link has expired or was already used. Run “fanlight-relay owner reset” for a new one.'
          : problem.message;
    } finally {
      this._busy = false;
    }
  }
}

function nextSteps(): TemplateResult {
  const steps = [
    ['Your password', 'On this server only.'],
    ['Your first camera', 'One line on the computer it’s plugged into. No open port, no VPN.'],
    ['A link to share', 'Send it, and they see what you see.'],
  ] as const;
  return html`<ol class="ad-next">${steps.map(
    ([title, meaning], at) =>
      html`<li class=${at === 0 ? 'ad-next-now' : ''}><span class="ad-next-number">${at + 1}</span><span><b>${title}</b>${meaning}</span></li>`,
  )}</ol>`;
}
