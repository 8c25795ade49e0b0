import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { qrCode } from '../../ui/widget/qr-code';
import { agoWords } from '../../ui/widget/time-words';
import { AdminSection } from '../section/admin-section';
import { formText } from '../section/form-values';
import { addressList } from './address-list';

type Schemas = components['schemas'];

interface Addresses {
  readonly addresses: readonly Schemas['Address'][];
  readonly keys: readonly Schemas['PublishKey'][];
}

/** The addresses of one camera at the gateways, and its publish keys. */
export class CameraAddresses extends AdminSection<Addresses> {
  static override properties = {
    ...AdminSection.properties,
    camera: { attribute: false },
    _created: { state: true },
  };

  declare camera: string;
  private declare _created: Schemas['NewPublishKey'] | undefined;

  protected override async load(): Promise<Addresses> {
    const path = { camera: this.camera };
    const [addresses, keys] = await Promise.all([
      this.api.call('get', '/cameras/{camera}/addresses', { path }),
      this.api.call('get', '/cameras/{camera}/publish-keys', { path }),
    ]);
    return { addresses, keys };
  }

  protected override content({ addresses, keys }: Addresses): TemplateResult {
    const watch = addresses.filter(({ use }) => use === 'watch');
    const publish = addresses.filter(({ use }) => use === 'publish');
    return html`
      ${watch.length === 0 ? html`<p class="ad-muted">No gateway is on. The relay's settings turn on RTMP, HTTP-FLV and others, for example <code>gateways.rtmp.port=1935</code>.</p>` : html`<p class="ad-muted">KEY is the part behind # of a link to this camera. Create one for each player: the new link shows these addresses with it.</p>`}
      ${watch.length === 0 ? nothing : html`<h3>Watch in other players</h3>`}
      ${addressList('Watch in other players', watch)}
      ${publish.length === 0 ? nothing : this.#publishing(publish, keys)}
    `;
  }

  #publishing(
    publish: readonly Schemas['Address'][],
    keys: readonly Schemas['PublishKey'][],
  ): TemplateResult {
    const valid = keys.filter(({ state, id }) => state === 'valid' && !this.isDelayed(id));
    return html`
      <h3>Publish from a browser, a camera or an encoder</h3>
      ${addressList('Publish from a browser, a camera or an encoder', publish)}
      ${this._created === undefined ? nothing : this.#createdKey(this._created)}
      ${valid.map((key) => this.#keyRow(key))}
      <form class="ad-make" @submit=${this.#create}>
        <label class="ad-label">Purpose of a new publish key
          <input name="label" class="fl-field" maxlength="100" autocomplete="off" placeholder="camera in the yard" dir="auto" />
        </label>
        <div><button class="fl-button fl-button-text" ?disabled=${this.busy}>Create publish key</button></div>
      </form>
    `;
  }

  #createdKey({ key, publishers }: Schemas['NewPublishKey']): TemplateResult {
    const page = publishers.map(({ url }) => url).find((url) => url.endsWith(`/publish#${key}`));
    return html`<div class="ad-made"><div class="ad-made-texts">
      <p><strong>New publish key.</strong> Copy it now: it’s shown only once. Anyone who has it can publish ${this.camera}.</p>
      <fanlight-copy .text=${key} .label=${'The new publish key'}></fanlight-copy>
      ${addressList('Publish with the new key', publishers)}
      ${page === undefined ? nothing : html`<p class="ad-muted">Scan this with a phone to use it as the camera:</p>${qrCode(page, 'QR code of the publish link')}`}
      <button class="fl-button fl-button-text" type="button" @click=${this.#dismiss}>Done</button>
    </div></div>`;
  }

  #keyRow({ id, label, used_at }: Schemas['PublishKey']): TemplateResult {
    const used =
      used_at === undefined ? 'never used' : `last used ${agoWords((Date.now() - used_at) * 1000)}`;
    return html`<div class="ad-item ad-two-cols">
      <span>
        <span class="ad-title"><bdi>${label === '' ? 'Publish key' : label}</bdi></span>
        <span class="ad-muted ad-block">${used}</span>
      </span>
      <span class="ad-end"><button class="fl-button fl-button-text ad-risk" type="button" @click=${() => this.#revoke(id, label)}>Revoke</button></span>
    </div>`;
  }

  async #create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this._created = await this.act('Publish key created.', () =>
      this.api.call('post', '/cameras/{camera}/publish-keys', {
        path: { camera: this.camera },
        body: { label: formText(form, 'label').trim(), host: location.hostname },
      }),
    );
    if (this._created !== undefined) {
      form.reset();
    }
  }

  #dismiss(): void {
    this._created = undefined;
  }

  #revoke(id: string, label: string): void {
    const { camera } = this;
    const what = label === '' ? 'a publish key' : `the publish key ${label}`;
    this.later(id, `Revoking ${what}. What publishes with it is disconnected.`, 'Publish key revoked.', () =>
      this.api.call('delete', '/cameras/{camera}/publish-keys/{id}', { path: { camera, id } }),
    );
  }
}
