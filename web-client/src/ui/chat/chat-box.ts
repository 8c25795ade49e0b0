import { html, nothing, type TemplateResult } from 'lit';
import { measureText, prepareText } from '../../chat/chat-input';
import type { ChatEntry } from '../../chat/chat-log';
import type { Refusal } from '../../chat/chat-room';
import { WORDS } from '../../words/words';
import { icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';
import type { Written } from './chat-sender';
import { chatRefusalWords, silenceWords } from './chat-words';
import { quote } from './quote';

const COUNTDOWN_MS = 250;

/** The message box. Fires `fl-send` with what is written, `fl-draft` with its text, `fl-leave` on Escape. */
export class ChatBox extends LightElement {
  static override properties = {
    entries: { attribute: false },
    refusal: { attribute: false },
    draft: { attribute: false },
    silencedUntilMs: { attribute: false },
    hasty: { attribute: false },
    slowSeconds: { attribute: false },
    _typed: { state: true },
    _replyTo: { state: true },
    _emojiOpen: { state: true },
    _nowMs: { state: true },
  };

  /** The chat, of which a message may be answered. */
  declare entries: readonly ChatEntry[];
  declare refusal: Refusal | undefined;
  declare draft: string;
  declare silencedUntilMs: number | undefined;
  declare hasty: boolean;
  declare slowSeconds: number;
  private declare _typed: string;
  private declare _replyTo: number | undefined;
  private declare _emojiOpen: boolean;
  private declare _nowMs: number;
  #countdown: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.entries = [];
    this.draft = '';
    this.hasty = false;
    this.slowSeconds = 0;
    this._typed = '';
    this._emojiOpen = false;
    this._nowMs = performance.now();
  }

  /** Puts what was refused back into the box, before what has been typed since. */
  restoreDraft({ text, replyTo }: Written): void {
    this._replyTo ??= replyTo;
    this.#type(this._typed.trim() === '' ? text : `${text}\n${this._typed}`);
  }

  /** Begins an answer to the message with the number `seq`. */
  reply(seq: number): void {
    this._replyTo = seq;
    this.querySelector<HTMLElement>('#chat-input')?.focus();
  }

  /** Puts `text` where the caret is, and the caret behind it. */
  insert(text: string): void {
    const field = this.querySelector<HTMLTextAreaElement>('#chat-input');
    const place = field?.selectionStart ?? this._typed.length;
    const end = field?.selectionEnd ?? place;
    this.#type(this._typed.slice(0, place) + text + this._typed.slice(end));
    void this.updateComplete.then(() => {
      field?.focus();
      field?.setSelectionRange(place + text.length, place + text.length);
    });
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
      ${this.#refusalLine()} ${this.#answered()}
      ${this._emojiOpen ? html`<fanlight-emoji @fl-emoji=${(event: CustomEvent<string>) => this.insert(event.detail)}></fanlight-emoji>` : nothing}
      <div class="chat-row">
        <button class="fl-button chat-emoji-button" type="button" aria-label=${WORDS.chat.emoji} title=${WORDS.chat.emoji}
          aria-expanded=${this._emojiOpen ? 'true' : 'false'} @click=${() => (this._emojiOpen = !this._emojiOpen)}>${icon('smile')}</button>
        <textarea
          id="chat-input"
          class="chat-input"
          rows="1"
          dir="auto"
          aria-label=${WORDS.chat.message}
          aria-describedby="chat-refusal"
          aria-invalid=${tooLong ? 'true' : 'false'}
          placeholder=${WORDS.chat.placeholder}
          enterkeyhint="send"
          autocomplete="off"
          .value=${this._typed}
          @input=${(event: Event) => this.#type((event.target as HTMLTextAreaElement).value)}
          @keydown=${this.#key}
        ></textarea>
        <button
          class="fl-button chat-send"
          type="submit"
          aria-label=${WORDS.chat.send}
          title=${WORDS.chat.send}
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

  #answered(): TemplateResult | typeof nothing {
    return this._replyTo === undefined
      ? nothing
      : html`<div class="chat-answered">${icon('reply')} ${quote(this.entries, this._replyTo)}
          <button class="fl-button" type="button" aria-label=${WORDS.chat.cancel} title=${WORDS.chat.cancel} @click=${this.#answersNone}>${icon('close')}</button>
        </div>`;
  }

  get #silenceMs(): number {
    return Math.max(0, (this.silencedUntilMs ?? 0) - this._nowMs);
  }

  #refusalLine(): TemplateResult {
    const { refusal } = this;
    if (this.#silenceMs > 0) {
      return html`<div id="chat-refusal" class="chat-refusal" role="alert">${silenceWords(this.#silenceMs, this.hasty)}</div>`;
    }
    const waitMs = refusal === undefined ? 0 : refusal.againAtMs - this._nowMs;
    return html`<div id="chat-refusal" class="chat-refusal" role="alert">${
      refusal === undefined || isOver(refusal, waitMs)
        ? nothing
        : (refusal.words ?? chatRefusalWords(refusal.reason, waitMs, this.slowSeconds))
    }</div>`;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit(event);
    } else if (event.key === 'Escape' && this._emojiOpen) {
      this._emojiOpen = false;
    } else if (event.key === 'Escape' && this._replyTo !== undefined) {
      this.#answersNone();
    } else if (event.key === 'Escape') {
      this.dispatchEvent(new CustomEvent('fl-leave', { bubbles: true }));
    }
  }

  #submit(event: Event): void {
    event.preventDefault();
    const text = prepareText(this._typed);
    if (text !== '' && !measureText(text).tooLong && this.#silenceMs === 0) {
      const written: Written = { text, replyTo: this._replyTo };
      this.#type('');
      this.#answersNone();
      this.dispatchEvent(new CustomEvent('fl-send', { bubbles: true, detail: written }));
    }
  }

  #answersNone(): void {
    this._replyTo = undefined;
  }

  #type(typed: string): void {
    this._typed = typed;
    this.dispatchEvent(new CustomEvent('fl-draft', { bubbles: true, detail: typed }));
  }
}

/** A limit that has passed is not spoken of any more. */
function isOver(refusal: Refusal, waitMs: number): boolean {
  return (refusal.reason === 'too_fast' || refusal.reason === 'silenced') && waitMs <= 0;
}
