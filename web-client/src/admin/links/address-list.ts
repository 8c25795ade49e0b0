import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';

type Address = components['schemas']['Address'];

/** Addresses at gateways, each with its protocol and a button that copies it; nothing when there is none. */
export function addressList(title: string, addresses: readonly Address[]): TemplateResult | typeof nothing {
  if (addresses.length === 0) {
    return nothing;
  }
  return html`<ul class="ad-list ad-addresses">
      ${addresses.map(
        ({ protocol, url, command }) => html`<li>
          <span>${protocol}</span>
          <fanlight-copy .text=${url} .label=${`${title}: ${protocol}`}></fanlight-copy>
          <code class="ad-muted ad-command">${command}</code>
        </li>`,
      )}
    </ul>`;
}
