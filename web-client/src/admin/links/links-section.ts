import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { components } from '../../api/schema';
import { AdminSection } from '../section/admin-section';
import { formText } from '../section/form-values';
import { linkForm, linkRequest } from './link-form';
import { linkRow } from './link-row';
import { sharedLink } from './shared-link';

type Schemas = components['schemas'];

interface Links {
  readonly cameras: readonly Schemas['Camera'][];
  readonly links: readonly Schemas['Link'][];
}

/** The links, and a form for a new one. */
export class LinksSection extends AdminSection<Links> {
  static override properties = {
    ...AdminSection.properties,
    _made: { state: true },
    _shown: { state: true },
  };

  private declare _made: Schemas['NewLink'] | undefined;
  /** The camera whose addresses are shown. */
  private declare _shown: string | undefined;

  protected override async load(): Promise<Links> {
    const [cameras, links] = await Promise.all([
      this.api.call('get', '/cameras'),
      this.api.call('get', '/links'),
    ]);
    return { cameras, links };
  }

  protected override content({ cameras, links }: Links): TemplateResult {
    if (cameras.length === 0) {
      return html`<p>Add a camera first to create links for it.</p>`;
    }
    return html`
      ${this._made === undefined ? nothing : sharedLink(this._made.urls, this._made.players, () => this.#dismiss())}
      ${linkForm(cameras, this.busy, (event) => this.#create(event))}
      ${links.length === 0 ? html`<p>No links yet.</p>` : nothing}
      <ul class="ad-list">
        ${repeat(
          links,
          (link) => link.id,
          (link) => html`<li>${linkRow(link, Date.now(), () => this.#revoke(link))}</li>`,
        )}
      </ul>
      <h3>Other players and encoders</h3>
      <ul class="ad-list">${cameras.map(({ camera }) => html`<li>${this.#addresses(camera)}</li>`)}</ul>
    `;
  }

  #addresses(camera: string): TemplateResult {
    const shown = this._shown === camera;
    return html`<details class="ad-card" ?open=${shown} @toggle=${(event: Event) => this.#toggled(event, camera)}>
      <summary>Addresses of ${camera}</summary>
      ${shown ? html`<fanlight-camera-addresses .api=${this.api} .camera=${camera}></fanlight-camera-addresses>` : nothing}
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
    const made = await this.act('Link created.', () =>
      this.api.call('post', '/cameras/{camera}/links', {
        path: { camera: formText(form, 'camera') },
        body: linkRequest(form),
      }),
    );
    if (made !== undefined) {
      this._made = made;
      form.reset();
    }
  }

  #dismiss(): void {
    this._made = undefined;
  }

  #revoke({ id }: Schemas['Link']): void {
    void this.act('Link revoked. Its viewers were disconnected.', () =>
      this.api.call('delete', '/links/{id}', { path: { id } }),
    );
  }
}
