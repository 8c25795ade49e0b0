import { html, nothing, type TemplateResult } from 'lit';
import { frameCode, type Shareable } from '../../entry/shareable';
import { WORDS } from '../../words/words';
import { icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';
import { qrCode } from '../widget/qr-code';

/** The share dialog: address, QR code, and what they allow; modal. */
export class ShareDialog extends LightElement {
  static override properties = { _shared: { state: true } };

  private declare _shared: Shareable | undefined;

  /** Opens the dialog, as soon as it is known what can be shared. */
  async show(shared: Promise<Shareable>): Promise<void> {
    this._shared = await shared;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="fl-help fl-share" aria-labelledby="fl-share-title" @close=${this.#closed}>
      <form class="fl-dialog-head" method="dialog">
        <h2 id="fl-share-title">${WORDS.player.share}</h2>
        <button class="fl-button" aria-label=${WORDS.player.close} title=${WORDS.player.close}>${icon('close')}</button>
      </form>
      ${this._shared === undefined ? nothing : this.#content(this._shared)}
    </dialog>`;
  }

  #content(shared: Shareable): TemplateResult {
    if (shared.kind === 'nothing') {
      return html`<p>${WORDS.share.nothing}</p>`;
    }
    const words = shared.kind === 'open' ? [WORDS.share.allows.watch] : shared.allows;
    return html`<div class="fl-share-body">
      <div class="fl-share-words">
        ${words.map((line) => html`<p>${line}</p>`)}
        <fanlight-copy .text=${shared.url} .label=${WORDS.share.link}></fanlight-copy>
        ${
          'share' in navigator
            ? html`<button class="fl-button fl-button-text" type="button" @click=${() => send(shared.url)}>
                ${icon('share')} ${WORDS.share.send}
              </button>`
            : nothing
        }
      </div>
      ${qrCode(shared.url, WORDS.share.qr)}
    </div>
    ${shared.kind === 'open' ? embed(shared.url) : nothing}`;
  }

  #closed(): void {
    this._shared = undefined;
  }
}

/** What a page of another site takes over; only those cameras can be shown there whose address holds no key. */
function embed(url: string): TemplateResult {
  return html`<details class="fl-share-embed">
    <summary>${WORDS.share.embed}</summary>
    <fanlight-copy .text=${frameCode(url)} .label=${WORDS.share.embed}></fanlight-copy>
    <p>${WORDS.share.embedHint}</p>
  </details>`;
}

/** Opens the system's own dialog; closing it changes nothing. */
function send(url: string): void {
  navigator.share({ url }).catch(() => undefined);
}
