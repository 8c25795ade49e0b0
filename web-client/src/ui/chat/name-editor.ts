import { html, nothing, type TemplateResult } from 'lit';
import { WORDS } from '../../words/words';
import { LightElement } from '../widget/light-element';
import { renameRefusalWords } from './chat-words';

/** "Chatting as …" with a form to change the name. Fires `fl-rename` with the new one, `fl-forget` when this browser is to forget it. */
export class NameEditor extends LightElement {
  static override properties = {
    name: { attribute: false },
    refusal: { attribute: false },
    _editing: { state: true },
  };

  declare name: string;
  declare refusal: string | undefined;
  private declare _editing: boolean;

  constructor() {
    super();
    this.name = '';
    this._editing = false;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('name')) {
      this._editing = false;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.name === '') {
      return nothing;
    }
    return this._editing ? this.#form() : this.#line();
  }

  #line(): TemplateResult {
    return html`<p class="chat-me">
      <span>${WORDS.chat.chattingAs} <bdi class="chat-my-name">${this.name}</bdi></span>
      <button class="fl-link" type="button" @click=${this.#edit}>${WORDS.chat.change}</button>
      <button class="fl-link chat-forget" type="button" title=${WORDS.chat.forgetMeans} @click=${this.#forget}>${WORDS.chat.forget}</button>
    </p>
    ${this.refusal === undefined ? nothing : html`<p class="chat-refusal" role="alert">${renameRefusalWords(this.refusal)}</p>`}`;
  }

  #form(): TemplateResult {
    return html`<form class="chat-rename" @submit=${this.#submit}>
      <label class="chat-rename-label" for="chat-name">${WORDS.chat.displayName}</label>
      <input id="chat-name" class="fl-field" maxlength="120" autocomplete="nickname" .value=${this.name}
        aria-describedby="chat-name-refusal" @keydown=${this.#key} />
      <button class="fl-button fl-button-text" type="submit">${WORDS.chat.save}</button>
      <button class="fl-button fl-button-text" type="button" @click=${this.#cancel}>${WORDS.chat.cancel}</button>
      <div id="chat-name-refusal" class="chat-refusal" role="alert">
        ${this.refusal === undefined ? nothing : renameRefusalWords(this.refusal)}
      </div>
    </form>`;
  }

  #forget(): void {
    this.dispatchEvent(new CustomEvent('fl-forget', { bubbles: true }));
  }

  async #edit(): Promise<void> {
    this._editing = true;
    await this.updateComplete;
    this.querySelector<HTMLInputElement>('#chat-name')?.select();
  }

  #cancel(): void {
    this._editing = false;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.#cancel();
    }
  }

  #submit(event: Event): void {
    event.preventDefault();
    const name = this.querySelector<HTMLInputElement>('#chat-name')?.value.trim() ?? '';
    if (name === this.name || name === '') {
      this.#cancel();
    } else {
      this.dispatchEvent(new CustomEvent('fl-rename', { bubbles: true, detail: name }));
    }
  }
}
