import type { Badge, ChatLinks, Role } from '../protocol/chat-message';
import type { ActTold } from './moderation-requests';

/** What holds in the chat of a camera for whoever reads it; times in ms of the page's clock. */
export interface ChatRoom {
  readonly role: Role;
  readonly slowSeconds: number;
  readonly links: ChatLinks;
  readonly silencedUntilMs: number | undefined;
  readonly told: ActTold | undefined;
}

/** A room that nothing is known of yet. */
export const UNKNOWN_ROOM: ChatRoom = {
  role: 'chatter',
  slowSeconds: 0,
  links: 'all',
  silencedUntilMs: undefined,
  told: undefined,
};

const RANKS: Readonly<Record<Role, number>> = { watcher: 0, chatter: 1, moderator: 2, owner: 3 };

/** Whether `role` looks after the chat. */
export function isModerator(role: Role): boolean {
  return RANKS[role] >= RANKS.moderator;
}

/** Whether a moderator may do nothing but remove a line: it is their own. */
export function mayOnlyRemove(role: Role, mine: boolean, badge: Badge | undefined): boolean {
  return mine && isModerator(role) && !mayActOn(role, badge);
}

/** Whether `role` may act on what somebody with `badge` wrote: only on those below. */
export function mayActOn(role: Role, badge: Badge | undefined): boolean {
  return isModerator(role) && RANKS[badge ?? 'chatter'] < RANKS[role];
}
