import { html, svg, type TemplateResult } from 'lit';

const WIDTH = 240;
const HEIGHT = 64;
/** The highest value stays this far below the edge. */
const HEADROOM = 1.15;

/** A value at a moment. */
export interface Point {
  readonly timeMs: number;
  readonly value: number;
}

/** What a small graph shows: one line, whose current value stands above it. */
export interface GraphTile {
  readonly title: string;
  /** The value now, and its unit or what is usual, in small words. */
  readonly now: string;
  readonly more: string;
  readonly points: readonly Point[];
  /** The least value of the upper edge, so that a flat line near zero stays one. */
  readonly least: number;
}

/** A line through points of the last `spanMs` in a drawing 240 by 64. */
export function graphLine(points: readonly Point[], nowMs: number, spanMs: number, least: number): string {
  const top = Math.max(least, ...points.map(({ value }) => value)) * HEADROOM;
  return points
    .filter(({ timeMs }) => nowMs - timeMs <= spanMs)
    .map(({ timeMs, value }) => {
      const x = WIDTH * (1 - Math.max(0, nowMs - timeMs) / spanMs);
      return `${x.toFixed(1)} ${(HEIGHT - (value / top) * (HEIGHT - 4)).toFixed(1)}`;
    })
    .join('L');
}

/** The tile with its graph over the last `spanMs`; `from` says when the graph begins. */
export function graphTile(
  { title, now, more, points, least }: GraphTile,
  nowMs: number,
  spanMs: number,
  from: string,
): TemplateResult {
  const line = graphLine(points, nowMs, spanMs, least);
  return html`<section class="ad-tile">
    <h2 class="ad-muted">${title}</h2>
    <p class="ad-big">${now} <small>${more}</small></p>
    <svg class="ad-graph" viewBox="0 0 240 64" preserveAspectRatio="none" role="img" aria-label=${`${title} during the last hour`}>
      <path class="ad-graph-grid" d="M0 63.5h240M0 32h240" />
      ${line === '' ? svg`` : svg`<path class="ad-graph-area" d=${areaOf(line)} /><path class="ad-graph-line" d=${`M${line}`} />`}
    </svg>
    <p class="ad-axis"><span>${from}</span><span>now</span></p>
  </section>`;
}

/** A part of a whole as a bar. */
export function bar(part: number): TemplateResult {
  const width = Math.round(Math.min(1, Math.max(0, part)) * 100);
  return html`<svg class="ad-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ad-bar-all" width="100" height="6" />
    <rect class="ad-bar-part" width=${width} height="6" />
  </svg>`;
}

function areaOf(line: string): string {
  const first = line.split(' ', 1)[0] ?? '0';
  const last = line.split('L').at(-1)?.split(' ', 1)[0] ?? '240';
  return `M${first} ${HEIGHT}L${line}L${last} ${HEIGHT}z`;
}
