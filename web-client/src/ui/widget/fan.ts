import { html, nothing, svg, type TemplateResult } from 'lit';

const PANES = 5;
const CENTRE = { x: 50, y: 54 };
const INNER = 19;
const OUTER = 46;

/** The sign below the fan: what it waits for, or why it is dark. */
export type FanSign = 'cross' | 'lock' | 'pause' | 'check' | 'question';

const SIGNS: Readonly<Record<FanSign, string>> = {
  cross: 'M46.5 45l7 7M53.5 45l-7 7',
  lock: 'M45.5 46h9v7h-9zM47.5 46v-2a2.5 2.5 0 0 1 5 0v2',
  pause: 'M47.5 44v8M52.5 44v8',
  check: 'M45.5 48.5l3 3 6-6.5',
  question: 'M47.5 44.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.9M50 52h.01',
};

/** How many panes are lit; `waking` lights them one after the other. */
export type FanLight = number | 'waking';

/** The fanlight, a window of five panes over an entry: the mark of the pages, and the sign for waiting. A decoration. */
export function fan(lit: FanLight, sign?: FanSign): TemplateResult {
  return html`<svg class="fl-fan ${lit === 'waking' ? 'fl-fan-waking' : ''}" viewBox="0 4 100 54" aria-hidden="true">
    ${OUTLINES.map((outline, i) => svg`<path class="fl-pane ${lit !== 'waking' && i < lit ? 'fl-pane-lit' : ''}" d=${outline}></path>`)}
    ${svg`<path class="fl-sill" d="M2 57h96"></path>`}
    ${sign === undefined ? nothing : svg`<path class="fl-fan-sign" d=${SIGNS[sign]}></path>`}
  </svg>`;
}

const OUTLINES: readonly string[] = Array.from({ length: PANES }, (_, i) => outlineOf(i));

function outlineOf(index: number): string {
  const from = index * 36 + 2.2;
  const to = index * 36 + 33.8;
  return [
    `M${point(INNER, from + 1.8)}`,
    `L${point(OUTER, from - 0.4)}`,
    `A${OUTER} ${OUTER} 0 0 1 ${point(OUTER, to + 0.4)}`,
    `L${point(INNER, to - 1.8)}`,
    `A${INNER} ${INNER} 0 0 0 ${point(INNER, from + 1.8)}z`,
  ].join('');
}

function point(radius: number, degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  return `${(CENTRE.x - radius * Math.cos(angle)).toFixed(2)} ${(CENTRE.y - radius * Math.sin(angle)).toFixed(2)}`;
}
