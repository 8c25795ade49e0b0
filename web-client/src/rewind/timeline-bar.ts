import { html, svg, type TemplateResult } from 'lit';
import { WORDS } from '../words/words';
import { momentAt, placeOf, type Range, type Span, STEP_MS } from './timeline';

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -STEP_MS,
  ArrowDown: -STEP_MS,
  ArrowRight: STEP_MS,
  ArrowUp: STEP_MS,
  PageDown: -6 * STEP_MS,
  PageUp: 6 * STEP_MS,
};

/** What the bar shows. */
export interface BarView {
  readonly range: Range;
  readonly spans: readonly Span[];
  /** The moment that is shown, milliseconds since 1970. */
  readonly atMs: number;
  /** The same for people. */
  readonly words: string;
}

/** The timeline: what there is, with its gaps, and the moment that is shown. A click, a finger or a key chooses another. */
export function timelineBar(view: BarView, choose: (ms: number) => void): TemplateResult {
  const { range, atMs } = view;
  return html`<div class="fl-timeline" role="slider" tabindex="0" aria-label=${WORDS.recording.time}
      aria-valuemin="0" aria-valuemax=${seconds(range.to - range.from)} aria-valuenow=${seconds(atMs - range.from)}
      aria-valuetext=${view.words}
      @pointerdown=${(event: PointerEvent) => held(event, range, choose)}
      @pointermove=${(event: PointerEvent) => moved(event, range, choose)}
      @keydown=${(event: KeyboardEvent) => pressed(event, view, choose)}>
    <svg class="fl-timeline-spans" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
      ${view.spans.map((span) => spanMark(range, span))}
      ${svg`<rect class="fl-timeline-at" x=${placeOf(range, atMs) * 1000 - 2} width="4" y="0" height="8"></rect>`}
    </svg>
  </div>`;
}

function spanMark(range: Range, span: Span): unknown {
  const from = placeOf(range, span.from) * 1000;
  const width = Math.max(1, placeOf(range, span.to) * 1000 - from);
  return svg`<rect x=${from} width=${width} y="2" height="4"></rect>`;
}

function held(event: PointerEvent, range: Range, choose: (ms: number) => void): void {
  if (event.button === 0 && event.currentTarget instanceof HTMLElement) {
    event.currentTarget.setPointerCapture(event.pointerId);
    choose(momentOf(event, event.currentTarget, range));
  }
}

function moved(event: PointerEvent, range: Range, choose: (ms: number) => void): void {
  const bar = event.currentTarget;
  if (bar instanceof HTMLElement && bar.hasPointerCapture(event.pointerId)) {
    choose(momentOf(event, bar, range));
  }
}

function momentOf(event: PointerEvent, bar: HTMLElement, range: Range): number {
  const box = bar.getBoundingClientRect();
  return momentAt(range, (event.clientX - box.left) / Math.max(1, box.width));
}

function pressed(event: KeyboardEvent, view: BarView, choose: (ms: number) => void): void {
  const step = STEPS[event.key];
  const ms = event.key === 'Home' ? view.range.from : event.key === 'End' ? view.range.to : undefined;
  const next = ms ?? (step === undefined ? undefined : view.atMs + step);
  if (next !== undefined) {
    event.preventDefault();
    event.stopPropagation();
    choose(next);
  }
}

function seconds(ms: number): string {
  return String(Math.max(0, Math.round(ms / 1000)));
}
