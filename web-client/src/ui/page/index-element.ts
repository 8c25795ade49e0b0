import { html, type TemplateResult } from 'lit';
import { ApiClient, asProblem } from '../../api/api-client';
import type { components } from '../../api/schema';
import { watchPath } from '../../entry/page-address';
import { cameraChip } from '../widget/camera-chip';
import { Countdown } from '../widget/countdown';
import { LightElement } from '../widget/light-element';

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
    document.title = 'Cameras — Fanlight';
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
    return html`<main class="fl-index"><h1>Cameras</h1>${this.#list()}</main>`;
  }

  get #state(): string {
    if (this._cameras === undefined) {
      return this._lost ? 'unreachable' : 'loading';
    }
    return this._cameras.length === 0 ? 'empty' : 'listed';
  }

  #list(): TemplateResult {
    const { _cameras: cameras } = this;
    if (cameras === undefined) {
      return this._lost
        ? html`<p><span role="alert">The server is not responding.</span> ${this.#countdown.words}</p>`
        : html`<p role="status">Loading…</p>`;
    }
    return cameras.length === 0
      ? html`<p>There are no public cameras. To watch a camera, you need a link.</p>`
      : html`<ul class="fl-cameras">
          ${cameras.map(
            ({ camera, title, state }) =>
              html`<li><a href=${watchPath(camera)}><bdi>${title}</bdi></a> ${cameraChip(state)}</li>`,
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
