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
  static override properties = { ...AdminSection.properties, _urls: { state: true } };

  private declare _urls: readonly string[];

  constructor() {
    super();
    this._urls = [];
  }

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
      ${this._urls.length === 0 ? nothing : sharedLink(this._urls, () => this.#dismiss())}
      ${linkForm(cameras, this.busy, (event) => this.#create(event))}
      ${links.length === 0 ? html`<p>No links yet.</p>` : nothing}
      <ul class="ad-list">
        ${repeat(
          links,
          (link) => link.id,
          (link) => html`<li>${linkRow(link, Date.now(), () => this.#revoke(link))}</li>`,
        )}
      </ul>
    `;
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
      this._urls = made.urls;
      form.reset();
    }
  }

  #dismiss(): void {
    this._urls = [];
  }

  #revoke({ id }: Schemas['Link']): void {
    void this.act('Link revoked. Its viewers were disconnected.', () =>
      this.api.call('delete', '/links/{id}', { path: { id } }),
    );
  }
}
