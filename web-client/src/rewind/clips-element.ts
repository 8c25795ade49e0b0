import { html, nothing, type TemplateResult } from 'lit';
import { type Answer, ApiClient } from '../api/api-client';
import { ApiProblem } from '../api/problem';
import { SITE_ROOT } from '../api/site-root';
import { LightElement } from '../ui/widget/light-element';

type Clip = Answer<'get', '/cameras/{camera}/clips'>[number];

const LINK_LIFE_MS = 7 * 24 * 3_600_000;
const MIB = 1024 * 1024;

/** The owner's clips of a camera: cut one between two marks, share it by a link for a week, save or delete it. */
export class ClipsElement extends LightElement {
  static override properties = {
    camera: { attribute: false },
    at: { attribute: false },
    _open: { state: true },
    _from: { state: true },
    _to: { state: true },
    _clips: { state: true },
    _link: { state: true },
    _notice: { state: true },
    _busy: { state: true },
  };

  declare camera: string;
  /** The moment that the page shows, milliseconds since 1970. */
  declare at: () => number;
  private declare _open: boolean;
  private declare _from: number | undefined;
  private declare _to: number | undefined;
  private declare _clips: readonly Clip[];
  private declare _link: { readonly id: string; readonly url: string } | undefined;
  private declare _notice: string;
  private declare _busy: boolean;
  readonly #api = new ApiClient((url, init) => fetch(url, init));

  constructor() {
    super();
    this.camera = '';
    this.at = () => Date.now();
    this._open = false;
    this._from = undefined;
    this._to = undefined;
    this._clips = [];
    this._link = undefined;
    this._notice = '';
    this._busy = false;
  }

  protected override render(): TemplateResult {
    return html`<button type="button" class="fl-button" aria-expanded=${this._open ? 'true' : 'false'}
        @click=${() => this.#toggle()}>Clips</button>
      ${this._open ? this.#panel() : nothing}`;
  }

  #panel(): TemplateResult {
    const ready = this._from !== undefined && this._to !== undefined && this._to > this._from && !this._busy;
    return html`<div class="fl-clips" role="group" aria-label="Clips">
      <form class="fl-clips-row" @submit=${(event: Event) => this.#cut(event)}>
        <button type="button" class="fl-button fl-button-text" @click=${() => (this._from = this.at())}>Begin here</button>
        <span>${timeOf(this._from)}</span>
        <button type="button" class="fl-button fl-button-text" @click=${() => (this._to = this.at())}>End here</button>
        <span>${timeOf(this._to)}</span>
        <input name="name" maxlength="100" placeholder="Name" aria-label="Name of the clip" />
        <button type="submit" class="fl-button fl-button-text" ?disabled=${!ready}>Keep clip</button>
      </form>
      <p role="status">${this._notice}</p>
      <ul>${this._clips.map((clip) => this.#line(clip))}</ul>
    </div>`;
  }

  #line(clip: Clip): TemplateResult {
    const file = `${SITE_ROOT}c/${encodeURIComponent(this.camera)}/clip/${clip.id}.mp4`;
    const name = clip.name === '' ? new Date(clip.from).toLocaleString() : clip.name;
    const about = `${new Date(clip.from).toLocaleString()}, ${Math.round((clip.to - clip.from) / 1000)} s, ${(clip.bytes / MIB).toFixed(1)} MiB`;
    return html`<li>
      <a href=${file} target="_blank" rel="noopener">${name}</a> <span>${about}${clip.shared ? ', shared' : ''}</span>
      <a class="fl-button fl-button-text" href=${`${file}?download`} download aria-label=${`Save ${name}`}>Save</a>
      <button type="button" class="fl-button fl-button-text" aria-label=${`Share ${name}`} @click=${() => this.#share(clip)}>${clip.shared ? 'New link' : 'Share'}</button>
      ${
        clip.shared
          ? html`<button type="button" class="fl-button fl-button-text" aria-label=${`Revoke the link to ${name}`}
              @click=${() => this.#change(() => this.#api.call('delete', '/cameras/{camera}/clips/{id}/link', this.#one(clip)), 'The link was revoked.')}>Revoke link</button>`
          : nothing
      }
      <fanlight-confirm .label=${'Delete'} .question=${`Delete the clip “${name}”? Its link ends, and it cannot be brought back.`}
        @fl-confirmed=${() => this.#delete(clip)}></fanlight-confirm>
      ${this._link?.id === clip.id ? html`<fanlight-copy .label=${'Link to the clip'} .text=${this._link.url}></fanlight-copy>` : nothing}
    </li>`;
  }

  #one(clip: Clip): { readonly path: { camera: string; id: string } } {
    return { path: { camera: this.camera, id: clip.id } };
  }

  #toggle(): void {
    this._open = !this._open;
    if (this._open) {
      void this.#change(() => Promise.resolve(), '');
    }
  }

  #cut(event: Event): void {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement) || this._from === undefined || this._to === undefined) {
      return;
    }
    const name = String(new FormData(form).get('name') ?? '').trim();
    const body = { from: Math.floor(this._from), to: Math.ceil(this._to), name };
    void this.#change(
      () => this.#api.call('post', '/cameras/{camera}/clips', { path: { camera: this.camera }, body }),
      'The clip is kept.',
    );
  }

  #share(clip: Clip): void {
    void this.#change(async () => {
      const made = await this.#api.call('post', '/cameras/{camera}/clips/{id}/link', {
        ...this.#one(clip),
        body: { expires_in_ms: LINK_LIFE_MS, host: location.host },
      });
      this._link = { id: clip.id, url: made.urls[0] ?? '' };
    }, 'Anyone with this link can see this clip, for seven days. It is shown only now.');
  }

  #delete(clip: Clip): void {
    void this.#change(
      () => this.#api.call('delete', '/cameras/{camera}/clips/{id}', this.#one(clip)),
      'The clip was deleted.',
    );
  }

  async #change(act: () => Promise<unknown>, done: string): Promise<void> {
    this._busy = true;
    try {
      await act();
      this._clips = await this.#api.call('get', '/cameras/{camera}/clips', { path: { camera: this.camera } });
      this._notice = done;
    } catch (problem) {
      this._notice = problem instanceof ApiProblem ? problem.message : 'The relay cannot be reached.';
    } finally {
      this._busy = false;
    }
  }
}

function timeOf(ms: number | undefined): string {
  return ms === undefined ? '–' : new Date(ms).toLocaleTimeString();
}
