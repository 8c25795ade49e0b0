import { guard } from 'lit/directives/guard.js';
import { encode } from 'uqr';

const SVG = 'http://www.w3.org/2000/svg';
const QUIET_MODULES = 4;

/** A QR code of `text` as a drawing called `label`: always dark on light, or cameras cannot read it. */
export function qrCode(text: string, label: string): unknown {
  return guard([text, label], () => draw(text, label));
}

/** The dark modules of a QR code as the path of a drawing one unit a module, and its size with the quiet zone. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}

function draw(text: string, label: string): SVGElement {
  const { size, path } = qrPath(text);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'fl-qr');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('shape-rendering', 'crispEdges');
  const modules = document.createElementNS(SVG, 'path');
  modules.setAttribute('d', path);
  svg.append(modules);
  return svg;
}
