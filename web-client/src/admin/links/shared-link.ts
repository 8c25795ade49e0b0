import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { qrCode } from '../../ui/widget/qr-code';
import { addressList } from './address-list';

type Schemas = components['schemas'];

/** A link that was just created: shown once, for the relay keeps only a hash of its key. */
export interface SharedLink {
  readonly urls: readonly string[];
  readonly players: readonly Schemas['Address'][];
  /** Title of its camera. */
  readonly title: string;
  readonly can: Schemas['Role'];
  /** Who it is for. */
  readonly label?: string;
  /** `until Sunday, December 6`, where it ends. */
  readonly until?: string;
}

const CAN: Readonly<Record<Schemas['Role'], string>> = {
  watch: 'watch',
  chat: 'watch and chat in',
  moderate: 'watch, chat and moderate in',
};

/** The addresses of a new link; the first one as a QR code too. */
export function sharedLink(
  { urls, players, title, can, label = '', until }: SharedLink,
  done: () => void,
): TemplateResult {
  const [first] = urls;
  return html`<section class="ad-made" aria-label="New link">
    <div class="ad-made-texts">
      <div role="status"><h2><bdi>${label === '' ? 'The link is ready' : `The link for ${label} is ready`}</bdi></h2></div>
      <p>Anyone with this link can ${CAN[can]} <bdi>“${title}”</bdi>${until === undefined ? '' : ` ${until}`}. Copy it now: it’s shown only once.</p>
      ${urls.map((url) => html`<fanlight-copy .text=${url} .label=${'Address of the new link'}></fanlight-copy>`)}
      ${players.length === 0 ? nothing : html`<details><summary>In other players</summary>${addressList('In other players', players)}</details>`}
      <div class="ad-row">
        ${first !== undefined && 'share' in navigator ? html`<button class="fl-button fl-button-text" type="button" @click=${() => send(first, title)}>Send…</button>` : nothing}
        <button class="fl-button fl-button-text" type="button" @click=${done}>Done</button>
      </div>
    </div>
    ${first === undefined ? nothing : qrCode(first, 'QR code of the new link')}
  </section>`;
}

/** By the system's own dialog; one that was closed again is no failure. */
function send(url: string, title: string): void {
  navigator.share({ url, title }).catch(() => undefined);
}
