import { guard } from 'lit/directives/guard.js';
import {
  Bookmark,
  Camera,
  ChartNoAxesColumn,
  Check,
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
  Keyboard,
  Link,
  Lock,
  Maximize,
  MessageSquare,
  Mic,
  MicOff,
  Minimize,
  Move,
  PanelRightClose,
  Pause,
  PictureInPicture2,
  Pin,
  Play,
  Radio,
  Reply,
  RotateCw,
  Send,
  Settings,
  Share2,
  SlidersHorizontal,
  Smile,
  SwitchCamera,
  TriangleAlert,
  Unplug,
  Users,
  Video,
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
  check: Check,
  close: X,
  copy: Copy,
  down: ChevronDown,
  eye: Eye,
  flip: SwitchCamera,
  fold: PanelRightClose,
  fullscreen: Maximize,
  help: CircleHelp,
  keyboard: Keyboard,
  leave_fullscreen: Minimize,
  left: ChevronLeft,
  link: Link,
  live: Radio,
  lock: Lock,
  loud: Volume2,
  mic: Mic,
  mic_off: MicOff,
  more: Ellipsis,
  move: Move,
  muted: VolumeX,
  pause: Pause,
  people: Users,
  pin: Pin,
  pip: PictureInPicture2,
  play: Play,
  preset: Bookmark,
  quiet: Volume1,
  reply: Reply,
  right: ChevronRight,
  rotate: RotateCw,
  rules: SlidersHorizontal,
  send: Send,
  settings: Settings,
  share: Share2,
  smile: Smile,
  stats: ChartNoAxesColumn,
  torch: Flashlight,
  unplug: Unplug,
  up: ChevronUp,
  video: Video,
  warn: TriangleAlert,
  zoom_in: ZoomIn,
  zoom_out: ZoomOut,
} satisfies Record<string, IconNode>;

const SVG = 'http://www.w3.org/2000/svg';

const SHAPE = {
  class: 'fl-icon',
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.75',
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
  const svg = drawNode(ICONS[name]);
  svg.classList.add(`fl-icon-${name}`);
  return svg;
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
