import { html, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/engine';
import type { WatchModel } from '../../state/watch-model';
import { icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';
import type { StatsRow } from './sound-rows';
import { type Rates, statsRows, statsText } from './stats-rows';

const EVERY_MS = 1000;

/** Counters at one moment. */
interface Sample {
  readonly atMs: number;
  readonly shown: number;
  readonly countedAtMs: number;
  readonly received: number;
  readonly bytes: number;
}

/** Statistics over the video, updated once a second, with a copy button. Fires `fl-close`. */
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
  #before: Sample | undefined;

  constructor() {
    super();
    this._rows = [];
    this._copied = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.#sample(), EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override firstUpdated(): void {
    this.#sample();
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

  #sample(): void {
    if (this.model !== undefined) {
      this._rows = statsRows(this.model, this.engine?.buffer, this.#rates(this.model));
    }
  }

  #rates({ counters, countersAtMs, frame }: WatchModel): Rates {
    if (countersAtMs === undefined) {
      return { framesPerSecond: 0, bitsPerSecond: 0, shownPerSecond: 0 };
    }
    const now = {
      atMs: performance.now(),
      shown: frame?.count ?? 0,
      countedAtMs: countersAtMs,
      received: counters.received,
      bytes: counters.receivedBytes,
    };
    const before = this.#before ?? now;
    this.#before = now;
    // Counters are reported at intervals of their own, frames as they are shown.
    const counted = seconds(now.countedAtMs - before.countedAtMs);
    return {
      framesPerSecond: (now.received - before.received) / counted,
      bitsPerSecond: ((now.bytes - before.bytes) * 8) / counted,
      shownPerSecond: (now.shown - before.shown) / seconds(now.atMs - before.atMs),
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

function seconds(ms: number): number {
  return Math.max(0.001, ms / 1000);
}
