import { html, type TemplateResult } from 'lit';
import { WORDS } from '../../words/words';
import { icon } from './icon';
import { LightElement } from './light-element';

const NOTICE_MS = 3000;

/** A text with a copy button. */
export class CopyText extends LightElement {
  static override properties = {
    text: { attribute: false },
    label: { attribute: false },
    _notice: { state: true },
  };

  declare text: string;
  /** Accessible name of the text. */
  declare label: string;
  private declare _notice: string;

  constructor() {
    super();
    this.text = '';
    this.label = '';
    this._notice = '';
  }

  protected override render(): TemplateResult {
    return html`<div class="fl-copy">
      <input class="fl-field fl-copy-text" readonly aria-label=${this.label} .value=${this.text} @focus=${this.#select} />
      <button class="fl-button fl-button-text" type="button" @click=${this.#copy}>${icon('copy')} ${WORDS.player.copy}</button>
      <span class="fl-copy-status" role="status">${this._notice}</span>
    </div>`;
  }

  #select(): void {
    this.querySelector('input')?.select();
  }

  async #copy(): Promise<void> {
    this._notice = await navigator.clipboard.writeText(this.text).then(
      () => WORDS.player.copied,
      () => WORDS.player.selectToCopy,
    );
    setTimeout(() => {
      this._notice = '';
    }, NOTICE_MS);
  }
}
