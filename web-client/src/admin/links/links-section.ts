import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { components } from '../../api/schema';
import { AdminSection } from '../section/admin-section';
import { formText } from '../section/form-values';
import { dayWords } from '../section/formats';
import { LinkCreators } from './link-creators';
import { linkForm, linkRequest } from './link-form';
import { endedRow, type LinkContext, linkName, linkRow } from './link-row';
import { type SharedLink, sharedLink } from './shared-link';

type Schemas = components['schemas'];
type Link = Schemas['Link'];

interface Links {
  readonly cameras: readonly Schemas['Camera'][];
  readonly links: readonly Link[];
  readonly creators: ReadonlyMap<string, string>;
}

/** The links, and a form for a new one. */
export class LinksSection extends AdminSection<Links> {
  static override properties = {
    ...AdminSection.properties,
    camera: { attribute: false },
    _made: { state: true },
    _shown: { state: true },
  };

  /** The camera that is offered first for a new link. */
  declare camera: string | undefined;
  private declare _made: SharedLink | undefined;
  /** The camera whose addresses are shown. */
  private declare _shown: string | undefined;
  readonly #creators = new LinkCreators();

  protected override async load(): Promise<Links> {
    const [cameras, links] = await Promise.all([
      this.api.call('get', '/cameras'),
      this.api.call('get', '/links'),
    ]);
    const creators = await this.#creators.of(
      this.api,
      links.map(({ id }) => id),
    );
    return { cameras, links, creators };
  }

  protected override content(data: Links): TemplateResult {
    const { cameras, links } = data;
    if (cameras.length === 0) {
      return html`<p>Add a camera first to create links for it.</p>`;
    }
    return html`
      ${
        this._made === undefined
          ? linkForm(cameras, this.camera, this.busy, (event) => this.#create(event))
          : sharedLink(this._made, () => this.#dismiss())
      }
      ${this.#list(data, links)}
      <h2>Other players and encoders</h2>
      <ul class="ad-list">${cameras.map(({ camera }) => html`<li>${this.#addresses(camera)}</li>`)}</ul>
    `;
  }

  #list(data: Links, links: readonly Link[]): TemplateResult {
    const good = links.filter(({ state, id }) => state === 'good' && !this.isDelayed(id));
    const ended = links.filter(({ state }) => state !== 'good');
    return html`${good.length === 0 ? html`<p class="ad-muted">No links yet. Create one to let someone watch.</p>` : this.#good(data, good)}
      ${
        ended.length === 0
          ? nothing
          : html`<details class="ad-disclose"><summary>${ended.length === 1 ? '1 ended link' : `${ended.length} ended links`}</summary>
            <ul class="ad-rows">${ended.map((link) => endedRow(link, contextOf(link, data)))}</ul></details>`
      }`;
  }

  #good(data: Links, links: readonly Link[]): TemplateResult {
    return html`<div>
      <div class="ad-list-head ad-links-cols" aria-hidden="true"><span>For</span><span>Can</span><span>Ends</span><span>Used</span><span></span></div>
      <ul class="ad-rows">
        ${repeat(
          links,
          ({ id }) => id,
          (link) => linkRow(link, contextOf(link, data), () => this.#revoke(link)),
        )}
      </ul>
    </div>`;
  }

  #addresses(camera: string): TemplateResult {
    const shown = this._shown === camera;
    return html`<details class="ad-disclose" ?open=${shown} @toggle=${(event: Event) => this.#toggled(event, camera)}>
      <summary>Addresses of ${camera}</summary>
      ${shown ? html`<fanlight-camera-addresses .api=${this.api} .delayed=${this.delayed} .camera=${camera}></fanlight-camera-addresses>` : nothing}
    </details>`;
  }

  #toggled(event: Event, camera: string): void {
    const { open } = event.target as HTMLDetailsElement;
    if (open) {
      this._shown = camera;
    } else if (this._shown === camera) {
      this._shown = undefined;
    }
  }

  async #create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const camera = formText(form, 'camera');
    const request = linkRequest(form);
    const made = await this.act('Link created.', () =>
      this.api.call('post', '/cameras/{camera}/links', { path: { camera }, body: request }),
    );
    if (made === undefined) {
      return;
    }
    const title = this.poller.value?.cameras.find(({ camera: name }) => name === camera)?.title ?? camera;
    const { can, label = '', expires_in_ms: lifeMs } = request;
    this.camera = camera;
    this._made = {
      urls: made.urls,
      players: made.players,
      title,
      can,
      label,
      ...(lifeMs !== undefined && { until: `until ${dayWords(Date.now() + lifeMs)}` }),
    };
  }

  #dismiss(): void {
    this._made = undefined;
  }

  #revoke(link: Link): void {
    const { id } = link;
    this.later(id, `Revoking ${linkName(link)}. Its viewers are disconnected.`, 'Link revoked.', () =>
      this.api.call('delete', '/links/{id}', { path: { id } }),
    );
  }
}

function contextOf({ id, camera }: Link, { cameras, creators }: Links): LinkContext {
  const title = cameras.find(({ camera: name }) => name === camera)?.title ?? camera;
  return { title, by: creators.get(id), nowMs: Date.now() };
}
