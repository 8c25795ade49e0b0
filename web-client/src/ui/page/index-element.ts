import { html, type TemplateResult } from 'lit';
import { ApiClient, asProblem } from '../../api/api-client';
import type { components } from '../../api/schema';
import { SITE_ROOT } from '../../api/site-root';
import { watchPath } from '../../entry/page-address';
import { WORDS } from '../../words/words';
import { cameraChip } from '../widget/camera-chip';
import { Countdown } from '../widget/countdown';
import { fan } from '../widget/fan';
import { LightElement } from '../widget/light-element';
import { languageSelect } from './language-select';

type PublicCamera = components['schemas']['PublicCamera'];

const EVERY_MS = 10_000;

/** The home page of a relay: its public cameras. `data-state` is `loading`, `listed`, `empty` or `unreachable`. */
export class IndexElement extends LightElement {
  static override properties = { _cameras: { state: true }, _lost: { state: true } };

  private declare _cameras: readonly PublicCamera[] | undefined;
  private declare _lost: boolean;
  readonly #api = new ApiClient((url, init) => fetch(url, init));
  readonly #countdown = new Countdown(this);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this._lost = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${WORDS.page.cameras} — ${WORDS.page.brand}`;
    document.addEventListener('visibilitychange', this.#refreshVisible);
    void this.#refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#refreshVisible);
    clearTimeout(this.#timer);
  }

  protected override render(): TemplateResult {
    this.dataset['state'] = this.#state;
    return html`<div class="fl-home">
      <header class="fl-home-head">
        <a class="fl-brand" href=${SITE_ROOT}>${fan(5)}${WORDS.page.brand}</a>
        <span class="fl-spacer"></span>
        ${languageSelect()}
        <a class="fl-button fl-button-text" href=${`${SITE_ROOT}admin`}>${WORDS.page.ownerSignIn}</a>
      </header>
      <main class="fl-index">${this.#content()}</main>
    </div>`;
  }

  get #state(): string {
    if (this._cameras === undefined) {
      return this._lost ? 'unreachable' : 'loading';
    }
    return this._cameras.length === 0 ? 'empty' : 'listed';
  }

  #content(): TemplateResult {
    const { _cameras: cameras } = this;
    if (cameras === undefined) {
      return this._lost
        ? notice(
            0,
            WORDS.page.noAnswer,
            html`<span role="alert">${WORDS.page.unreachable}</span> ${this.#countdown.words}`,
          )
        : html`<p role="status">${WORDS.page.loading}</p>`;
    }
    return cameras.length === 0
      ? notice(1, WORDS.page.noCameras, html`${WORDS.page.noCamerasWhy}`)
      : html`<h1>${WORDS.page.cameras}</h1>
          <ul class="fl-cameras">
            ${cameras.map(
              ({ camera, title, state }) =>
                html`<li><a href=${watchPath(camera)}>
                  <span class="fl-thumb">${fan(state === 'live' ? 5 : 1)}
                    <img src=${previewOf(camera)} alt="" loading="lazy" @error=${hide} /><span class="fl-thumb-state">${cameraChip(state)}</span></span>
                  <bdi>${title}</bdi></a></li>`,
            )}
          </ul>`;
  }

  async #refresh(): Promise<void> {
    try {
      this._cameras = await this.#api.call('get', '/public');
      this._lost = false;
    } catch (caught) {
      asProblem(caught);
      this._lost = true;
    }
    if (!this.isConnected) {
      return;
    }
    this.#countdown.start(EVERY_MS);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#refreshVisible, EVERY_MS);
  }

  readonly #refreshVisible = (): void => {
    if (document.visibilityState === 'visible') {
      void this.#refresh();
    }
  };
}

function notice(lit: number, heading: string, words: TemplateResult): TemplateResult {
  return html`<div class="fl-card">
    <div class="fl-card-fan">${fan(lit)}</div>
    <h1>${heading}</h1>
    <p>${words}</p>
  </div>`;
}

/** Its last still, where the owner shows it to all who have the address. */
function previewOf(camera: string): string {
  return `${SITE_ROOT}c/${encodeURIComponent(camera)}/preview.jpg`;
}

function hide(event: Event): void {
  (event.target as HTMLElement).hidden = true;
}
