import { html, type TemplateResult } from 'lit';
import type { Engine } from '../engine/engine';
import { icon } from './icon';
import { LightElement } from './light-element';
import { type Rates, type StatsRow, statsRows, statsText } from './stats-rows';
import type { WatchModel } from './watch-model';

const EVERY_MS = 1000;

/** Numbers about the stream over the picture, once a second, to read and to copy. Fires `fl-close`. */
export class StatsOverlay extends LightElement {
  static override properties = {
    model: { attribute: false },
    engine: { attribute: false },
    _rows: { state: true },
    _copied: { state: true },
  };

  declare model: WatchModel | undefined;
  declare engine: Engine | undefined;
  private declare _rows: readonly StatsRow[];
  private declare _copied: boolean;
  #timer: ReturnType<typeof setInterval> | undefined;
  #before = { atMs: 0, received: 0, bytes: 0, shown: 0 };

  constructor() {
    super();
    this._rows = [];
    this._copied = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.#look(), EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override firstUpdated(): void {
    this.#look();
  }

  protected override render(): TemplateResult {
    return html`<section class="fl-stats" aria-label="Statistics">
      <header class="fl-stats-head">
        <h2>Statistics</h2>
        <button class="fl-button fl-button-text" type="button" @click=${this.#copy}>
          ${this._copied ? 'Copied' : 'Copy'}
        </button>
        <button class="fl-button" type="button" aria-label="Close statistics" title="Close" @click=${this.#close}>
          ${icon('close')}
        </button>
      </header>
      <dl class="fl-stats-list">
        ${this._rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}
      </dl>
    </section>`;
  }

  #look(): void {
    if (this.model !== undefined) {
      this._rows = statsRows(this.model, this.engine?.buffer, this.#rates(this.model));
    }
  }

  #rates({ counters, picture }: WatchModel): Rates {
    const atMs = performance.now();
    const now = {
      atMs,
      received: counters.received,
      bytes: counters.receivedBytes,
      shown: picture?.count ?? 0,
    };
    const before = this.#before.atMs === 0 ? now : this.#before;
    this.#before = now;
    const seconds = Math.max(0.001, (atMs - before.atMs) / 1000);
    return {
      framesPerSecond: (now.received - before.received) / seconds,
      bitsPerSecond: ((now.bytes - before.bytes) * 8) / seconds,
      shownPerSecond: (now.shown - before.shown) / seconds,
    };
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(statsText(this._rows));
      this._copied = true;
    } catch {
      const list = this.querySelector('.fl-stats-list');
      if (list !== null) {
        getSelection()?.selectAllChildren(list);
      }
    }
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('fl-close', { bubbles: true }));
  }
}
