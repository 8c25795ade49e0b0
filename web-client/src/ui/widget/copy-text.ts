import { html, type TemplateResult } from 'lit';
import { icon } from './icon';
import { LightElement } from './light-element';

const TOLD_MS = 3000;

/** A text to take along, with a button that copies it. */
export class CopyText extends LightElement {
  static override properties = {
    text: { attribute: false },
    label: { attribute: false },
    _told: { state: true },
  };

  declare text: string;
  /** What the text is, for those who do not see it. */
  declare label: string;
  private declare _told: string;

  constructor() {
    super();
    this.text = '';
    this.label = '';
    this._told = '';
  }

  protected override render(): TemplateResult {
    return html`<div class="fl-copy">
      <input class="fl-field fl-copy-text" readonly aria-label=${this.label} .value=${this.text} @focus=${this.#select} />
      <button class="fl-button fl-button-text" type="button" @click=${this.#copy}>${icon('copy')} Copy</button>
      <span class="fl-copy-told" role="status">${this._told}</span>
    </div>`;
  }

  #select(): void {
    this.querySelector('input')?.select();
  }

  async #copy(): Promise<void> {
    this._told = await navigator.clipboard.writeText(this.text).then(
      () => 'Copied',
      () => 'Select it and copy it by hand',
    );
    setTimeout(() => {
      this._told = '';
    }, TOLD_MS);
  }
}
