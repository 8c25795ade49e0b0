import { html, type TemplateResult } from 'lit';
import { WORDS } from '../../words/words';
import { LightElement } from '../widget/light-element';
import { EMOJI } from './emoji';

/** A grid of emoji, moved through with the arrow keys. Fires `fl-emoji` with the chosen one. */
export class EmojiPicker extends LightElement {
  static override properties = { _at: { state: true } };

  private declare _at: number;

  constructor() {
    super();
    this._at = 0;
  }

  protected override render(): TemplateResult {
    return html`<div class="chat-emoji"><div class="chat-emoji-grid" role="group" aria-label=${WORDS.chat.emoji} @keydown=${this.#key}>
      ${EMOJI.map(
        ([emoji, name], i) =>
          html`<button type="button" aria-label=${name} title=${name} tabindex=${i === this._at ? 0 : -1} @click=${() => this.#choose(emoji)}>${emoji}</button>`,
      )}
    </div></div>`;
  }

  #choose(emoji: string): void {
    this.dispatchEvent(new CustomEvent('fl-emoji', { bubbles: true, detail: emoji }));
  }

  async #key(event: KeyboardEvent): Promise<void> {
    const buttons = [...this.querySelectorAll('button')];
    const top = buttons[0]?.offsetTop;
    const perRow = buttons.filter((button) => button.offsetTop === top).length;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -perRow, ArrowDown: perRow }[event.key];
    const next = step === undefined ? undefined : buttons[this._at + step];
    if (step !== undefined && next !== undefined) {
      event.preventDefault();
      this._at += step;
      await this.updateComplete;
      next.focus();
    }
  }
}
