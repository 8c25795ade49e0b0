import { html, type TemplateResult } from 'lit';
import { icon } from '../../ui/widget/icon';
import { LightElement } from '../../ui/widget/light-element';

let fields = 0;

/** A field for a password with a button that shows what was typed. Its input is called `name` in its form. */
export class PasswordInput extends LightElement {
  static override properties = {
    name: { attribute: false },
    label: { attribute: false },
    complete: { attribute: false },
    describedBy: { attribute: false },
    invalid: { attribute: false },
    _shown: { state: true },
  };

  declare name: string;
  declare label: string;
  /** What browsers may fill in: `new-password` or `current-password`. */
  declare complete: 'new-password' | 'current-password';
  /** Ids of the elements that explain it. */
  declare describedBy: string;
  declare invalid: boolean;
  private declare _shown: boolean;
  readonly #id = `ad-password-${fields++}`;

  constructor() {
    super();
    this.name = 'password';
    this.label = 'Password';
    this.complete = 'current-password';
    this.describedBy = '';
    this.invalid = false;
    this._shown = false;
  }

  protected override render(): TemplateResult {
    return html`<label class="ad-label" for=${this.#id}>${this.label}</label>
      <span class="ad-with-end">
        <input id=${this.#id} name=${this.name} class="fl-field" type=${this._shown ? 'text' : 'password'} autocomplete=${this.complete}
          maxlength="200" required autocapitalize="off" spellcheck="false"
          aria-describedby=${this.describedBy} aria-invalid=${this.invalid ? 'true' : 'false'} />
        <button class="fl-button" type="button" aria-label="Show password" aria-pressed=${String(this._shown)} title=${this._shown ? 'Hide password' : 'Show password'}
          @click=${() => {
            this._shown = !this._shown;
          }}>${icon('eye')}</button>
      </span>`;
  }
}
