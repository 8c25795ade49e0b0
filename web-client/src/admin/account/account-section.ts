import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { agoWords } from '../../ui/widget/time-words';
import { AdminSection } from '../section/admin-section';
import { browserWords } from '../section/browser-words';
import { formNumber, formText } from '../section/form-values';
import { newPasswordFields, passwordError } from './new-password';
import { newTokenCard, tokenForm, tokenRow } from './token-card';

type Schemas = components['schemas'];

interface Access {
  readonly sessions: readonly Schemas['OwnerSession'][];
  readonly tokens: readonly Schemas['Token'][];
}

/** The owner's sessions, API tokens, and the password. Fires `fl-signed-out`. */
export class AccountSection extends AdminSection<Access> {
  static override properties = {
    ...AdminSection.properties,
    _token: { state: true },
    _error: { state: true },
  };

  private declare _token: string | undefined;
  private declare _error: string;

  constructor() {
    super();
    this._error = '';
  }

  protected override async load(): Promise<Access> {
    const [sessions, tokens] = await Promise.all([
      this.api.call('get', '/owner/sessions'),
      this.api.call('get', '/tokens'),
    ]);
    return { sessions, tokens };
  }

  protected override content({ sessions, tokens }: Access): TemplateResult {
    return html`
      <section class="ad-card" aria-label="Sessions">
        <div class="ad-row">
          <h3>Sessions</h3>
          <span class="fl-spacer"></span>
          <button class="fl-button fl-button-text" type="button" @click=${this.#signOut}>Sign out</button>
        </div>
        <ul class="ad-list ad-lines">${sessions.map((session) => this.#session(session))}</ul>
      </section>
      <section class="ad-card" aria-label="Tokens">
        <h3>API tokens</h3>
        ${this._token === undefined ? nothing : newTokenCard(this._token, () => this.#dismiss())}
        ${tokens.length === 0 ? html`<p class="ad-muted">No tokens.</p>` : nothing}
        <ul class="ad-list ad-lines">${tokens.map((token) => tokenRow(token, () => this.#revoke(token.id)))}</ul>
        ${tokenForm(this.busy, (event) => this.#create(event))}
      </section>
      <form class="ad-form ad-card" @submit=${this.#changePassword}>
        <h3>Change password</h3>
        <label for="old-password">Current password</label>
        <input id="old-password" name="old" class="fl-field" type="password" autocomplete="current-password" maxlength="200" required />
        ${newPasswordFields(this._error)}
        <button class="fl-button fl-button-text fl-button-main" ?disabled=${this.busy}>Change password</button>
        <p class="ad-muted">All other sessions are signed out.</p>
      </form>
    `;
  }

  #session({ id, address, browser, used_at, current }: Schemas['OwnerSession']): TemplateResult {
    return html`<li class="ad-row ad-line">
      <div class="ad-grow">
        <p><bdi title=${browser}>${browserWords(browser)}</bdi>${current ? html` <strong>· this browser</strong>` : nothing}</p>
        <p class="ad-muted">${address} · last used ${agoWords((Date.now() - used_at) * 1000)}</p>
      </div>
      ${
        current
          ? nothing
          : html`<button class="fl-button fl-button-text" type="button" @click=${() => this.#end(id)}>End session</button>`
      }
    </li>`;
  }

  #end(id: string): void {
    void this.act('Session ended.', () => this.api.call('delete', '/owner/sessions/{id}', { path: { id } }));
  }

  async #signOut(): Promise<void> {
    await this.act('Signed out.', () => this.api.call('delete', '/owner/session'));
    this.dispatchEvent(new CustomEvent('fl-recheck', { bubbles: true }));
  }

  async #create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const days = formNumber(form, 'days') ?? 0;
    const made = await this.act('Token created.', () =>
      this.api.call('post', '/tokens', {
        body: {
          label: formText(form, 'label').trim(),
          can: formText(form, 'can') as Schemas['TokenRight'],
          ...(days > 0 && { expires_in_ms: days * 86_400_000 }),
        },
      }),
    );
    if (made !== undefined) {
      this._token = made.token;
      form.reset();
    }
  }

  #dismiss(): void {
    this._token = undefined;
  }

  #revoke(id: string): void {
    void this.act('Token revoked.', () => this.api.call('delete', '/tokens/{id}', { path: { id } }));
  }

  async #changePassword(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const password = formText(form, 'first');
    this._error = passwordError(password, formText(form, 'second')) ?? '';
    if (this._error !== '') {
      return;
    }
    const done = await this.act('Password changed.', async () => {
      await this.api.call('put', '/owner/password', {
        body: { password: formText(form, 'old'), new_password: password },
      });
      return true;
    });
    if (done === true) {
      form.reset();
    }
  }
}
