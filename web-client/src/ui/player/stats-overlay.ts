import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/engine';
import type { WatchModel } from '../../state/watch-model';
import { decimal, WORDS } from '../../words/words';
import { icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';
import type { StatsRow } from './sound-rows';
import { type Rates, statsRows, statsText } from './stats-rows';
import { type LatencyPart, type StatsSummary, statsSummary } from './stats-summary';

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
    _summary: { state: true },
    _copied: { state: true },
  };

  declare model: WatchModel | undefined;
  declare engine: Engine | undefined;
  private declare _rows: readonly StatsRow[];
  private declare _summary: StatsSummary | undefined;
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
    return html`<section class="fl-stats" aria-label=${WORDS.player.statistics}>
      <header class="fl-stats-head">
        <h2>${WORDS.player.statistics}</h2>
        <button class="fl-button" type="button" aria-label=${WORDS.player.copyReport} title=${WORDS.player.copyReport} @click=${this.#copy}>
          ${icon(this._copied ? 'check' : 'copy')}
        </button>
        <button class="fl-button" type="button" aria-label=${WORDS.player.closeStatistics} title=${WORDS.player.close} @click=${this.#close}>
          ${icon('close')}
        </button>
      </header>
      <div class="fl-stats-body">
        ${this._summary === undefined ? nothing : summary(this._summary)}
        <details>
          <summary>${WORDS.stats.experts}</summary>
          <div lang="en" dir="ltr">${list(this._rows)}</div>
        </details>
      </div>
    </section>`;
  }

  #sample(): void {
    if (this.model !== undefined) {
      const rates = this.#rates(this.model);
      this._rows = statsRows(this.model, this.engine?.buffer, rates);
      this._summary = statsSummary(this.model, this.engine?.buffer?.lagMs ?? 0, rates);
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
      const list = this.querySelector('details .fl-stats-list');
      if (list !== null) {
        getSelection()?.selectAllChildren(list);
      }
    }
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('fl-close', { bubbles: true }));
  }
}

function summary({ latency, sentence, parts, facts }: StatsSummary): TemplateResult {
  return html`<div><div class="fl-big">${latency}</div>${sentence}</div>
    ${parts.length === 0 ? nothing : html`${bar(parts)} ${list(parts.map(({ label, ms }) => [label, partWords(ms)]))}`} ${list(facts)}`;
}

function list(rows: readonly StatsRow[]): TemplateResult {
  return html`<dl class="fl-stats-list">${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

function partWords(ms: number): string {
  return ms < 10 ? `${decimal(ms, 1)} ms` : `${Math.round(ms)} ms`;
}

/** The parts as lengths, the longest in another colour; the list says the same. */
function bar(parts: readonly LatencyPart[]): TemplateResult {
  const total = parts.reduce((sum, { ms }) => sum + ms, 0);
  const most = Math.max(...parts.map(({ ms }) => ms));
  let from = 0;
  return html`<svg class="fl-parts" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">${parts.map(
    ({ ms }) => {
      const x = from;
      const width = (ms / total) * 100;
      from += width;
      return svg`<rect class=${ms === most ? 'fl-part-most' : ''} x=${x} y="0" width=${Math.max(0.5, width - 0.5)} height="12"></rect>`;
    },
  )}</svg>`;
}

function seconds(ms: number): number {
  return Math.max(0.001, ms / 1000);
}
