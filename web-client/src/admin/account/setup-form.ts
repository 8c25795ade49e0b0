import { html, type TemplateResult } from 'lit';
import { type ApiClient, asProblem } from '../../api/api-client';
import { LightElement } from '../../ui/widget/light-element';
import { formText } from '../section/form-values';
import { newPasswordFields, passwordError } from './new-password';

/** Sets the owner's first password with a one-time secret. Fires `fl-signed-in`. */
export class SetupForm extends LightElement {
  static override properties = {
    api: { attribute: false },
    secret: { attribute: false },
    _error: { state: true },
    _busy: { state: true },
  };

  declare api: ApiClient;
  declare secret: string;
  private declare _error: string;
  private declare _busy: boolean;

  constructor() {
    super();
    this._error = '';
    this._busy = false;
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<form class="ad-form" @submit=${this.#submit}>
      <p>Choose the owner password of this relay. It gives full access to all cameras and settings.</p>
      ${newPasswordFields(this._error)}
      <button class="fl-button fl-button-text fl-button-main" ?disabled=${this._busy}>Set password</button>
    </form>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const password = formText(form, 'first');
    this._error = passwordError(password, formText(form, 'second')) ?? '';
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
