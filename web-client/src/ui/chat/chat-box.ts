import { html, nothing, type TemplateResult } from 'lit';
import { measureText, prepareText } from '../../chat/chat-input';
import type { Refusal } from '../../state/watch-model';
import { icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';
import { chatRefusalWords, silenceWords } from './chat-words';

const COUNTDOWN_MS = 250;

/** The message box. Fires `fl-send` with the text, `fl-draft` with its text, `fl-leave` on Escape. */
export class ChatBox extends LightElement {
  static override properties = {
    refusal: { attribute: false },
    draft: { attribute: false },
    silencedUntilMs: { attribute: false },
    _typed: { state: true },
    _nowMs: { state: true },
  };

  declare refusal: Refusal | undefined;
  declare draft: string;
  declare silencedUntilMs: number | undefined;
  private declare _typed: string;
  private declare _nowMs: number;
  #countdown: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.draft = '';
    this._typed = '';
    this._nowMs = performance.now();
  }

  /** Puts a refused text back into the box, before what has been typed since. */
  restoreDraft(text: string): void {
    this.#type(this._typed.trim() === '' ? text : `${text}\n${this._typed}`);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._typed = this.draft;
    this.#countdown = setInterval(() => {
      if (this.refusal !== undefined || this.silencedUntilMs !== undefined) {
        this._nowMs = performance.now();
      }
    }, COUNTDOWN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#countdown);
  }

  protected override render(): TemplateResult {
    const { counter, tooLong } = measureText(this._typed);
    return html`<form class="chat-form" @submit=${this.#submit}>
      ${this.#refusalLine()}
      <div class="chat-row">
        <textarea
          id="chat-input"
          class="chat-input"
          rows="1"
          dir="auto"
          aria-label="Message"
          aria-describedby="chat-refusal"
          aria-invalid=${tooLong ? 'true' : 'false'}
          placeholder="Send a message"
          enterkeyhint="send"
          autocomplete="off"
          .value=${this._typed}
          @input=${(event: Event) => this.#type((event.target as HTMLTextAreaElement).value)}
          @keydown=${this.#key}
        ></textarea>
        <button
          class="fl-button chat-send"
          type="submit"
          aria-label="Send"
          title="Send"
          ?disabled=${tooLong || this.#silenceMs > 0 || prepareText(this._typed) === ''}
        >
          ${icon('send')}
        </button>
      </div>
      ${
        counter === undefined
          ? nothing
          : html`<div class="chat-counter ${tooLong ? 'chat-counter-over' : ''}">${counter}</div>`
      }
    </form>`;
  }

  get #silenceMs(): number {
    return Math.max(0, (this.silencedUntilMs ?? 0) - this._nowMs);
  }

  #refusalLine(): TemplateResult {
    const { refusal } = this;
    if (this.#silenceMs > 0) {
      return html`<div id="chat-refusal" class="chat-refusal" role="alert">${silenceWords(this.#silenceMs)}</div>`;
    }
    const waitMs = refusal === undefined ? 0 : refusal.againAtMs - this._nowMs;
    return html`<div id="chat-refusal" class="chat-refusal" role="alert">
      ${refusal === undefined ? nothing : (refusal.words ?? chatRefusalWords(refusal.reason, waitMs))}
    </div>`;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit(event);
    } else if (event.key === 'Escape') {
      this.dispatchEvent(new CustomEvent('fl-leave', { bubbles: true }));
    }
  }

  #submit(event: Event): void {
    event.preventDefault();
    const text = prepareText(this._typed);
    if (text !== '' && !measureText(text).tooLong && this.#silenceMs === 0) {
      this.#type('');
      this.dispatchEvent(new CustomEvent('fl-send', { bubbles: true, detail: text }));
    }
  }

  #type(typed: string): void {
    this._typed = typed;
    this.dispatchEvent(new CustomEvent('fl-draft', { bubbles: true, detail: typed }));
  }
}
