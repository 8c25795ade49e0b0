import {
  Activity,
  ArrowLeft,
  Ban,
  Check,
  Clock,
  ExternalLink,
  type IconNode,
  KeyRound,
  Link,
  LogOut,
  MessageSquare,
  Moon,
  Pencil,
  Plus,
  RotateCcw,
  Settings,
  ShieldCheck,
  Trash2,
  TriangleAlert,
  Unplug,
  Users,
  Video,
} from 'lucide';
import { iconOf } from '../../ui/widget/icon';

const ICONS = {
  add: Plus,
  back: ArrowLeft,
  ban: Ban,
  cameras: Video,
  chat: MessageSquare,
  check: Check,
  clock: Clock,
  edit: Pencil,
  health: Activity,
  key: KeyRound,
  links: Link,
  moderator: ShieldCheck,
  moon: Moon,
  open: ExternalLink,
  people: Users,
  remove: Trash2,
  settings: Settings,
  sign_out: LogOut,
  undo: RotateCcw,
  unplugged: Unplug,
  warning: TriangleAlert,
} satisfies Record<string, IconNode>;

/** Names of the icons that only the owner's page has. */
export type AdminIconName = keyof typeof ICONS;

/** A decorative drawing of the owner's page. */
export function adminIcon(name: AdminIconName): unknown {
  return iconOf(ICONS[name]);
}
