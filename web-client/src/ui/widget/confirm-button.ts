import { html, nothing, type TemplateResult } from 'lit';
import { WORDS } from '../../words/words';
import { LightElement } from './light-element';

/** A button with an inline confirmation, for actions that cannot be undone. Fires `fl-confirmed`. */
export class ConfirmButton extends LightElement {
  static override properties = {
    label: { attribute: false },
    question: { attribute: false },
    word: { attribute: false },
    _confirming: { state: true },
    _typed: { state: true },
  };

  declare label: string;
  declare question: string;
  /** The word to type for confirmation; empty if a second click is enough. */
  declare word: string;
  private declare _confirming: boolean;
  private declare _typed: string;

  constructor() {
    super();
    this.label = '';
    this.question = '';
    this.word = '';
    this._confirming = false;
    this._typed = '';
  }

  protected override render(): TemplateResult {
    if (!this._confirming) {
      return html`<button class="fl-button fl-button-text" type="button" @click=${this.#open}>${this.label}</button>`;
    }
    return html`<form class="fl-confirm" @submit=${this.#submit} @keydown=${this.#key}>
      <p>${this.question}</p>
      ${this.word === '' ? nothing : this.#field()}
      <button class="fl-button fl-button-text fl-button-risk" ?disabled=${this._typed !== this.word}>${this.label}</button>
      <button class="fl-button fl-button-text" type="button" @click=${this.#cancel}>${WORDS.chat.cancel}</button>
    </form>`;
  }

  #field(): TemplateResult {
    return html`<label class="fl-confirm-field">
      <span>Type <strong>${this.word}</strong></span>
      <input class="fl-field" autocomplete="off" autocapitalize="off" spellcheck="false"
        @input=${(event: Event) => {
          this._typed = (event.target as HTMLInputElement).value;
        }} />
    </label>`;
  }

  async #open(): Promise<void> {
    this._typed = '';
    this._confirming = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>(this.word === '' ? '.fl-button-risk' : 'input')?.focus();
  }

  async #cancel(): Promise<void> {
    this._confirming = false;
    await this.updateComplete;
    this.querySelector('button')?.focus();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      void this.#cancel();
    }
  }

  #submit(event: Event): void {
    event.preventDefault();
    void this.#cancel();
    this.dispatchEvent(new CustomEvent('fl-confirmed', { bubbles: true }));
  }
}
