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
        This page no longer has the link it was opened with. Forward the link you received, or ask the
        owner for a new one.
      </p>`;
    }
    return html`${qrCode(shared.url, 'QR code of the link')}
      <fanlight-copy .text=${shared.url} .label=${'Link'}></fanlight-copy>
      ${
        shared.kind === 'open'
          ? html`<p>Anyone with this link can watch.</p>`
          : shared.allows.map((words) => html`<p>${words}</p>`)
      }`;
  }

  #closed(): void {
    this._shared = undefined;
  }
}
