import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { qrCode } from '../../ui/widget/qr-code';
import { addressList } from './address-list';

type Address = components['schemas']['Address'];

/** The addresses of a new link, shown only once; the first one as a QR code too. */
export function sharedLink(
  urls: readonly string[],
  players: readonly Address[],
  done: () => void,
): TemplateResult {
  return html`<section class="ad-secret" aria-label="New link">
    <p><strong>New link.</strong> Copy it now: it is not shown again.</p>
    <div class="ad-secret-body">
      ${urls[0] === undefined ? '' : qrCode(urls[0], 'QR code of the new link')}
      <div class="ad-secret-texts">
        ${urls.map((url) => html`<fanlight-copy .text=${url} .label=${'Address of the new link'}></fanlight-copy>`)}
        ${players.length === 0 ? nothing : html`<details><summary>In other players</summary>${addressList('In other players', players)}</details>`}
        <button class="fl-button fl-button-text" type="button" @click=${done}>Done</button>
      </div>
    </div>
  </section>`;
}
