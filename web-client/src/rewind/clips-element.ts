import { html, nothing, type TemplateResult } from 'lit';
import { type Answer, ApiClient } from '../api/api-client';
import { ApiProblem } from '../api/problem';
import { SITE_ROOT } from '../api/site-root';
import { LightElement } from '../ui/widget/light-element';
import { wholeSeconds } from '../ui/widget/time-words';
import { decimal, WORDS } from '../words/words';
import { dayAndTimeOf, timeOf } from './moments';

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
        @click=${() => this.#toggle()}>${WORDS.clips.title}</button>
      ${this._open ? this.#panel() : nothing}`;
  }

  #panel(): TemplateResult {
    const ready = this._from !== undefined && this._to !== undefined && this._to > this._from && !this._busy;
    return html`<div class="fl-clips" role="group" aria-label=${WORDS.clips.title}>
      <form class="fl-clips-row" @submit=${(event: Event) => this.#cut(event)}>
        <button type="button" class="fl-button fl-button-text" @click=${() => (this._from = this.at())}>${WORDS.clips.beginHere}</button>
        <span>${this._from === undefined ? '–' : timeOf(this._from)}</span>
        <button type="button" class="fl-button fl-button-text" @click=${() => (this._to = this.at())}>${WORDS.clips.endHere}</button>
        <span>${this._to === undefined ? '–' : timeOf(this._to)}</span>
        <input name="name" maxlength="100" placeholder=${WORDS.clips.name} aria-label=${WORDS.clips.nameLabel} />
        <button type="submit" class="fl-button fl-button-text" ?disabled=${!ready}>${WORDS.clips.keep}</button>
      </form>
      <p role="status">${this._notice}</p>
      <ul>${this._clips.map((clip) => this.#line(clip))}</ul>
    </div>`;
  }

  #line(clip: Clip): TemplateResult {
    const file = `${SITE_ROOT}c/${encodeURIComponent(this.camera)}/clip/${clip.id}.mp4`;
    const name = clip.name === '' ? dayAndTimeOf(clip.from) : clip.name;
    const about = `${dayAndTimeOf(clip.from)}, ${wholeSeconds(clip.to - clip.from)}, ${decimal(clip.bytes / MIB, 1)} MiB`;
    return html`<li>
      <a href=${file} target="_blank" rel="noopener">${name}</a> <span>${about}${clip.shared ? `, ${WORDS.clips.shared}` : ''}</span>
      <a class="fl-button fl-button-text" href=${`${file}?download`} download aria-label=${WORDS.clips.saveNamed(name)}>${WORDS.clips.save}</a>
      <button type="button" class="fl-button fl-button-text" aria-label=${WORDS.clips.shareNamed(name)} @click=${() => this.#share(clip)}>${clip.shared ? WORDS.clips.newLink : WORDS.clips.share}</button>
      ${
        clip.shared
          ? html`<button type="button" class="fl-button fl-button-text" aria-label=${WORDS.clips.revokeNamed(name)}
              @click=${() => this.#change(() => this.#api.call('delete', '/cameras/{camera}/clips/{id}/link', this.#one(clip)), WORDS.clips.revoked)}>${WORDS.clips.revoke}</button>`
          : nothing
      }
      <fanlight-confirm .label=${WORDS.clips.remove} .question=${WORDS.clips.removeQuestion(name)}
        @fl-confirmed=${() => this.#delete(clip)}></fanlight-confirm>
      ${this._link?.id === clip.id ? html`<fanlight-copy .label=${WORDS.clips.link} .text=${this._link.url}></fanlight-copy>` : nothing}
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
      WORDS.clips.kept,
    );
  }

  #share(clip: Clip): void {
    void this.#change(async () => {
      const made = await this.#api.call('post', '/cameras/{camera}/clips/{id}/link', {
        ...this.#one(clip),
        body: { expires_in_ms: LINK_LIFE_MS, host: location.host },
      });
      this._link = { id: clip.id, url: made.urls[0] ?? '' };
    }, WORDS.clips.sharedNote);
  }

  #delete(clip: Clip): void {
    void this.#change(
      () => this.#api.call('delete', '/cameras/{camera}/clips/{id}', this.#one(clip)),
      WORDS.clips.removed,
    );
  }

  async #change(act: () => Promise<unknown>, done: string): Promise<void> {
    this._busy = true;
    try {
      await act();
      this._clips = await this.#api.call('get', '/cameras/{camera}/clips', { path: { camera: this.camera } });
      this._notice = done;
    } catch (problem) {
      this._notice = problem instanceof ApiProblem ? problem.message : WORDS.page.unreachable;
    } finally {
      this._busy = false;
    }
  }
}
