import { html, type TemplateResult } from 'lit';
import type { WatchState } from '../../state/watch-state';
import { WORDS } from '../../words/words';
import { icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';
import { passwordWords } from './state-words';

const COUNTDOWN_MS = 250;

type PasswordState = Extract<WatchState, { name: 'password' }>;

/** The form for a link's password. Fires `fl-password` with the password. */
export class PasswordForm extends LightElement {
  static override properties = { state: { attribute: false }, _shown: { state: true } };

  declare state: PasswordState;
  private declare _shown: boolean;
  #countdown: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this._shown = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#countdown = setInterval(() => this.requestUpdate(), COUNTDOWN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#countdown);
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const { status, againAtMs } = this.state;
    const waitMs = Math.max(0, (againAtMs ?? 0) - performance.now());
    const wrong = status === 'wrong' || status === 'too_many';
    return html`<form class="fl-password" @submit=${this.#submit}>
      <label for="link-password">${WORDS.state.password.label}</label>
      <div class="fl-with-end">
        <input id="link-password" class="fl-field" type=${this._shown ? 'text' : 'password'} autocomplete="current-password" maxlength="200"
          required aria-describedby="link-password-error" aria-invalid=${wrong ? 'true' : 'false'} />
        <button class="fl-button" type="button" aria-label=${WORDS.state.password.show} title=${WORDS.state.password.show}
          aria-pressed=${this._shown ? 'true' : 'false'} @click=${() => (this._shown = !this._shown)}>${icon('eye')}</button>
      </div>
      <div id="link-password-error" class="fl-error" role="alert">${passwordWords(status, waitMs)}</div>
      <button class="fl-button fl-button-text fl-button-main" type="submit"
        ?disabled=${status === 'checking' || waitMs > 0}>${WORDS.state.password.watch}</button>
    </form>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const field = this.querySelector('input');
    if (field !== null && field.value !== '') {
      this.dispatchEvent(new CustomEvent('fl-password', { bubbles: true, detail: field.value }));
      field.select();
    }
  }
}
