import { guard } from 'lit/directives/guard.js';
import {
  Bookmark,
  Camera,
  ChartNoAxesColumn,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  CircleHelp,
  Copy,
  Ellipsis,
  Eye,
  Flashlight,
  type IconNode,
  Lock,
  Maximize,
  MessageSquare,
  Mic,
  MicOff,
  Minimize,
  Move,
  Pause,
  Play,
  Radio,
  Send,
  Settings,
  Share2,
  SlidersHorizontal,
  SwitchCamera,
  Volume1,
  Volume2,
  VolumeX,
  X,
  ZoomIn,
  ZoomOut,
} from 'lucide';

const ICONS = {
  camera: Camera,
  chat: MessageSquare,
  close: X,
  copy: Copy,
  down: ChevronDown,
  eye: Eye,
  flip: SwitchCamera,
  fullscreen: Maximize,
  help: CircleHelp,
  left: ChevronLeft,
  leave_fullscreen: Minimize,
  live: Radio,
  lock: Lock,
  loud: Volume2,
  mic: Mic,
  mic_off: MicOff,
  more: Ellipsis,
  move: Move,
  muted: VolumeX,
  pause: Pause,
  play: Play,
  preset: Bookmark,
  quiet: Volume1,
  right: ChevronRight,
  rules: SlidersHorizontal,
  send: Send,
  settings: Settings,
  share: Share2,
  stats: ChartNoAxesColumn,
  torch: Flashlight,
  up: ChevronUp,
  zoom_in: ZoomIn,
  zoom_out: ZoomOut,
} satisfies Record<string, IconNode>;

const SVG = 'http://www.w3.org/2000/svg';

const SHAPE = {
  class: 'fl-icon',
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': 'true',
};

/** Names of the icons. */
export type IconName = keyof typeof ICONS;

/** A decorative drawing: its button must have an accessible name. Cached while the name stays the same. */
export function icon(name: IconName): unknown {
  return guard([name], () => draw(name));
}

/** The same of a drawing that only some pages have. */
export function iconOf(node: IconNode): unknown {
  return guard([node], () => drawNode(node));
}

function draw(name: IconName): SVGElement {
  return drawNode(ICONS[name]);
}

function drawNode(node: IconNode): SVGElement {
  const svg = element('svg', SHAPE);
  svg.append(...node.map(([tag, attributes]) => element(tag, attributes)));
  return svg;
}

function element(tag: string, attributes: object): SVGElement {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, String(value));
  }
  return node;
}
