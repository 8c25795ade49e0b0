import type { LossReason, RefusalReason } from './connection-state';

const RESTARTING = 1012;
const BUSY = 1013;
const WRONG_LINK = 4404;
const LINK_ENDED = 4405;
const BANNED = 4410;
const LINK_FULL = 4412;
const UNTOLD_RESTART_MS = 2000;
const UNTOLD_FULL_MS = 5000;

/** What our side closes with after a malformed message: a page may not send 1002 itself. */
export const PLAYER_PROTOCOL_ERROR = 4002;

/** What to do after a socket ended. */
export type Aftermath =
  | { readonly kind: 'give_up'; readonly reason: RefusalReason }
  | { readonly kind: 'retry'; readonly reason: LossReason; readonly notBeforeMs: number };

/** The decision for close code `code`; `retryAfterMs` is what the relay's goodbye asked for, if it said one. */
export function afterClose(code: number, retryAfterMs: number | undefined): Aftermath {
  switch (code) {
    case WRONG_LINK:
      return { kind: 'give_up', reason: 'wrong_link' };
    case LINK_ENDED:
      return { kind: 'give_up', reason: 'link_ended' };
    case BANNED:
      return { kind: 'give_up', reason: 'banned' };
    case LINK_FULL:
      return { kind: 'retry', reason: 'link_full', notBeforeMs: retryAfterMs ?? UNTOLD_FULL_MS };
    case RESTARTING:
      return { kind: 'retry', reason: 'restarting', notBeforeMs: retryAfterMs ?? UNTOLD_RESTART_MS };
    case BUSY:
      return { kind: 'retry', reason: 'busy', notBeforeMs: retryAfterMs ?? 0 };
    case PLAYER_PROTOCOL_ERROR:
      return { kind: 'retry', reason: 'protocol_error', notBeforeMs: 0 };
    default:
      return { kind: 'retry', reason: 'lost', notBeforeMs: retryAfterMs ?? 0 };
  }
}
