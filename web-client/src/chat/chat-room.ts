import type { Badge, ChatLinks, Role } from '../protocol/chat-message';
import type { ModerationNotice } from './moderation-requests';

/** The state of a camera's chat for this viewer; times in ms of the page's clock. */
export interface ChatRoom {
  readonly role: Role;
  readonly slowSeconds: number;
  readonly links: ChatLinks;
  /** What moderators have pinned above the chat. */
  readonly note?: string | undefined;
  readonly silencedUntilMs: number | undefined;
  /** Whether it was for too many messages at once, and no moderator has done it. */
  readonly hasty?: boolean;
  readonly notice: ModerationNotice | undefined;
  /** Whether the relay shows the names of those who watch to the people at the camera. */
  readonly namedAtCamera: boolean;
}

/** The viewer's identity in the chat. */
export interface Me {
  readonly person: string;
  readonly name: string;
  readonly token: string;
}

/** A refused message: its text, the reason, and when to try again (ms of the page's clock). */
export interface Refusal {
  readonly text: string;
  /** The line that it answers. */
  readonly replyTo?: number | undefined;
  readonly reason: string;
  /** Text to show instead of that of the reason. */
  readonly words?: string;
  readonly againAtMs: number;
}

/** The state before the first messages of the relay. */
export const UNKNOWN_ROOM: ChatRoom = {
  role: 'chatter',
  slowSeconds: 0,
  links: 'all',
  silencedUntilMs: undefined,
  notice: undefined,
  namedAtCamera: false,
};

const ROLE_LEVELS: Readonly<Record<Role, number>> = { watcher: 0, chatter: 1, moderator: 2, owner: 3 };

/** Whether `role` may moderate. */
export function isModerator(role: Role): boolean {
  return ROLE_LEVELS[role] >= ROLE_LEVELS.moderator;
}

/** Whether a moderator may only remove the message, because it is their own. */
export function mayOnlyRemove(role: Role, mine: boolean, badge: Badge | undefined): boolean {
  return mine && isModerator(role) && !mayActOn(role, badge);
}

/** Whether `role` may moderate a message with `badge`: only those of lower roles. */
export function mayActOn(role: Role, badge: Badge | undefined): boolean {
  const author = badge === undefined || badge === 'camera' ? 'chatter' : badge;
  return isModerator(role) && ROLE_LEVELS[author] < ROLE_LEVELS[role];
}
