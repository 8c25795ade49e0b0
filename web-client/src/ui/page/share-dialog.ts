import { html, nothing, type TemplateResult } from 'lit';
import type { Shareable } from '../../entry/shareable';
import { LightElement } from '../widget/light-element';
import { qrCode } from '../widget/qr-code';

/** The share dialog: address, QR code, and what they allow; modal. */
export class ShareDialog extends LightElement {
  static override properties = { _shared: { state: true } };

  private declare _shared: Shareable | undefined;

  /** Opens the dialog. */
  async show(shared: Shareable): Promise<void> {
    this._shared = shared;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="fl-help fl-share" aria-labelledby="fl-share-title" @close=${this.#closed}>
      <h2 id="fl-share-title">Share</h2>
      ${this._shared === undefined ? nothing : this.#content(this._shared)}
      <form method="dialog"><button class="fl-button fl-button-text">Close</button></form>
    </dialog>`;
  }

  #content(shared: Shareable): TemplateResult {
    if (shared.kind === 'nothing') {
      return html`<p>
        This page came in by a link it has shown before, and keeps no copy of it. Send on the link you were sent, or ask the
        owner: they can make links.
      </p>`;
    }
    return html`${qrCode(shared.url, 'QR code of the address')}
      <fanlight-copy .text=${shared.url} .label=${'Address'}></fanlight-copy>
      ${
        shared.kind === 'open'
          ? html`<p>Whoever has this address can watch.</p>`
          : shared.allows.map((words) => html`<p>${words}</p>`)
      }`;
  }

  #closed(): void {
    this._shared = undefined;
  }
}
