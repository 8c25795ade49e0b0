import { html, nothing, type TemplateResult } from 'lit';
import { ApiProblem } from '../../api/problem';
import type { components } from '../../api/schema';
import { agoWords } from '../../ui/widget/time-words';
import { AdminSection } from '../section/admin-section';
import { browserWords } from '../section/browser-words';
import { formNumber, formText } from '../section/form-values';
import type { Appearance } from '../shell/appearance';
import type { Notifier } from '../shell/notifier';
import { appearancePanel } from './appearance-panel';
import { newPasswordField, passwordError } from './new-password';
import { THIS_BROWSER } from './push-browser';
import { pushPanel } from './push-panel';
import { serverPanel } from './server-panel';
import { newTokenCard, tokenForm, tokenRow } from './token-card';
import { ownerName } from './welcome';

type Schemas = components['schemas'];

interface Access {
  readonly sessions: readonly Schemas['OwnerSession'][];
  readonly tokens: readonly Schemas['Token'][];
  readonly push: Schemas['PushBrowsers'];
}

/** The settings: this browser, where the owner is signed in, the password, API tokens, and where the server's own settings are. */
export class AccountSection extends AdminSection<Access> {
  static override properties = {
    ...AdminSection.properties,
    appearance: { attribute: false },
    notifier: { attribute: false },
    _token: { state: true },
    _typed: { state: true },
    _error: { state: true },
  };

  declare appearance: Appearance;
  declare notifier: Notifier;
  private declare _token: string | undefined;
  private declare _typed: string;
  private declare _error: string;

  constructor() {
    super();
    this._typed = '';
    this._error = '';
  }

  protected override async load(): Promise<Access> {
    const [sessions, tokens, push] = await Promise.all([
      this.api.call('get', '/owner/sessions'),
      this.api.call('get', '/tokens'),
      this.api.call('get', '/owner/push'),
    ]);
    return { sessions, tokens, push };
  }

  protected override content({ sessions, tokens, push }: Access): TemplateResult {
    return html`
      ${appearancePanel(this.appearance, this.notifier, () => this.requestUpdate())}
      ${pushPanel(push.browsers, THIS_BROWSER.support, this.busy, {
        add: () => this.#notify(push.key),
        test: (id) => this.#testPush(id),
        remove: (id, current) => this.#stopPush(id, current),
      })}
      <section class="ad-panel" aria-label="Sessions">
        <h2>Where you are signed in</h2>
        <ul class="ad-rows">${sessions.map((session) => this.#session(session))}</ul>
      </section>
      <form class="ad-panel ad-make" aria-label="Change password" @submit=${this.#changePassword} @input=${this.#input}>
        <h2>Change password</h2>
        ${ownerName()}
        <div class="ad-password">
          <fanlight-password-input .name=${'old'} .label=${'Current password'}></fanlight-password-input>
        </div>
        ${newPasswordField(this._typed, this._error)}
        <div><button class="fl-button fl-button-text fl-button-main" ?disabled=${this.busy}>Change password</button></div>
        <p class="ad-hint">All other browsers are signed out.</p>
      </form>
      <section class="ad-panel ad-make" aria-label="Tokens">
        <div><h2>API tokens</h2><p class="ad-muted">For programs that use this server, such as Home Assistant.</p></div>
        ${this._token === undefined ? nothing : newTokenCard(this._token, () => this.#dismiss())}
        <ul class="ad-rows">${tokens
          .filter(({ id }) => !this.isDelayed(id))
          .map((token) => tokenRow(token, () => this.#revoke(token)))}</ul>
        ${tokenForm(this.busy, (event) => this.#create(event))}
      </section>
      ${serverPanel()}
    `;
  }

  #session({ id, address, browser, used_at, current }: Schemas['OwnerSession']): TemplateResult {
    return html`<li class="ad-item ad-two-cols">
      <span>
        <span class="ad-title"><bdi title=${browser}>${browserWords(browser)}</bdi></span>${current ? html` <span class="ad-role">This browser</span>` : nothing}
        <span class="ad-muted ad-block"><span class="ad-address">${address}</span> · last used ${agoWords((Date.now() - used_at) * 1000)}</span>
      </span>
      <span class="ad-end">${
        current
          ? html`<button class="fl-button fl-button-text" type="button" @click=${this.#signOut}>Sign out</button>`
          : html`<button class="fl-button fl-button-text ad-risk" type="button" @click=${() => this.#end(id)}>Sign out there</button>`
      }</span>
    </li>`;
  }

  #notify(key: string): void {
    void this.act('This browser is notified from now on.', async () => {
      const body = await THIS_BROWSER.subscribe(key);
      if (body === undefined) {
        throw new ApiProblem('unreachable', 'The browser did not allow notifications of this page.');
      }
      await this.api.call('post', '/owner/push', { body });
    });
  }

  #testPush(id: string): void {
    void this.act('A test is on its way.', () =>
      this.api.call('post', '/owner/push/{id}/test', { path: { id } }),
    );
  }

  #stopPush(id: string, current: boolean): void {
    void this.act('Removed.', async () => {
      await this.api.call('delete', '/owner/push/{id}', { path: { id } });
      if (current) {
        await THIS_BROWSER.unsubscribe();
      }
    });
  }

  #input(event: Event): void {
    const field = event.target as HTMLInputElement;
    if (field.name === 'new_password') {
      this._typed = field.value;
    }
  }

  #end(id: string): void {
    void this.act('Signed out there.', () =>
      this.api.call('delete', '/owner/sessions/{id}', { path: { id } }),
    );
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

  #revoke({ id, label }: Schemas['Token']): void {
    this.later(id, `Revoking the token ${label}. Programs that use it stop working.`, 'Token revoked.', () =>
      this.api.call('delete', '/tokens/{id}', { path: { id } }),
    );
  }

  async #changePassword(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const password = formText(form, 'new_password');
    this._error = passwordError(password) ?? '';
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
      this._typed = '';
    }
  }
}
