import { guard } from 'lit/directives/guard.js';

const SVG = 'http://www.w3.org/2000/svg';
const PANES = 5;
const PANE_DEGREES = 180 / PANES;
const INNER = 19;
const OUTER = 46;

/** What stands in the arch below the panes. */
const SIGNS = {
  none: '',
  lock: 'M45.5 46h9v7h-9zM47.5 46v-2a2.5 2.5 0 0 1 5 0v2',
  cross: 'M46.5 45l7 7M53.5 45l-7 7',
  pause: 'M47.5 44v8M52.5 44v8',
  check: 'M45.5 48.5l3 3 6-6.5',
  ask: 'M47.5 44.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.9M50 52h.01',
} as const;

/** Names of the drawings in the arch. */
export type FanSign = keyof typeof SIGNS;

/** How the fan is: so many panes lit from the left, or waking pane by pane. */
export type FanLight = number | 'waking';

/** The fan, a decorative drawing: five panes over an arch, lit as far as something is fine. */
export function fan(light: FanLight, sign: FanSign = 'none'): unknown {
  return guard([light, sign], () => draw(light, sign));
}

function draw(light: FanLight, sign: FanSign): SVGElement {
  const svg = node('svg', { class: 'fl-fan', viewBox: '0 4 100 54', 'aria-hidden': 'true' });
  for (let index = 0; index < PANES; index++) {
    svg.append(node('path', { class: paneClass(light, index), d: pane(index) }));
  }
  svg.append(node('path', { class: 'fl-fan-sill', d: 'M2 57h96' }));
  if (sign !== 'none') {
    svg.append(node('path', { class: 'fl-fan-ink', d: SIGNS[sign] }));
  }
  return svg;
}

function paneClass(light: FanLight, index: number): string {
  if (light === 'waking') {
    return `fl-fan-pane fl-fan-wake fl-fan-wake-${index}`;
  }
  return index < light ? 'fl-fan-pane fl-fan-lit' : 'fl-fan-pane';
}

function pane(index: number): string {
  const from = index * PANE_DEGREES + 2.2;
  const to = (index + 1) * PANE_DEGREES - 2.2;
  return `M${point(INNER, from + 1.8)}L${point(OUTER, from - 0.4)}A${OUTER} ${OUTER} 0 0 1 ${point(OUTER, to + 0.4)}L${point(INNER, to - 1.8)}A${INNER} ${INNER} 0 0 0 ${point(INNER, from + 1.8)}z`;
}

function point(radius: number, degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  return `${(50 - radius * Math.cos(angle)).toFixed(2)} ${(54 - radius * Math.sin(angle)).toFixed(2)}`;
}

function node(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  return made;
}
