import { html, nothing, type TemplateResult } from 'lit';
import { SITE_ROOT } from '../../api/site-root';
import { LightElement } from '../../ui/widget/light-element';

const EVERY_MS = 10_000;
/** A relay that makes no stills is not asked again soon. */
const AFTER_FAILURE_MS = 60_000;

/**
 * The newest still of a camera, renewed while `moving`; nothing while there is none. Fires `fl-still` with `true` when one is shown, or
 * `false` when there is none.
 */
export class StillImage extends LightElement {
  static override properties = {
    camera: { attribute: false },
    moving: { attribute: false },
    wake: { attribute: false },
    _shown: { state: true },
  };

  declare camera: string;
  /** Whether a newer one can be expected. */
  declare moving: boolean;
  /** Whether a sleeping camera is woken for it. */
  declare wake: boolean;
  private declare _shown: boolean;
  #askedMs = Number.NEGATIVE_INFINITY;
  #failed = false;
  #query = '';
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.camera = '';
    this.moving = false;
    this.wake = false;
    this._shown = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('camera') || changed.get('moving') === false) {
      this.#askedMs = Number.NEGATIVE_INFINITY;
      this.#failed = false;
    }
    const waits = this.#failed ? AFTER_FAILURE_MS : EVERY_MS;
    const due = this.#query === '' || this.moving || this.#failed || changed.has('camera');
    const nowMs = performance.now();
    if (due && nowMs - this.#askedMs >= waits && document.visibilityState === 'visible') {
      this.#askedMs = nowMs;
      this.#query = `at=${Math.floor(Date.now() / EVERY_MS)}${this.wake ? '&wake=1' : ''}`;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#query === '') {
      return nothing;
    }
    return html`<img alt="" ?hidden=${!this._shown} src="${SITE_ROOT}c/${encodeURIComponent(this.camera)}/snapshot.jpg?${this.#query}"
      @load=${() => this.#ended(true)} @error=${() => this.#ended(false)} />`;
  }

  #ended(loaded: boolean): void {
    this.#failed = !loaded;
    this._shown = loaded;
    this.dispatchEvent(new CustomEvent<boolean>('fl-still', { detail: loaded, bubbles: true }));
  }
}
