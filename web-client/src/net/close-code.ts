import type { LossReason, RefusalReason } from './connection-state';

const RESTARTING = 1012;
const BUSY = 1013;
const NOT_AUTHENTIC = 4401;
const WRONG_LINK = 4404;
const LINK_ENDED = 4405;
const REPLACED = 4409;
const BANNED = 4410;
const DISCONNECTED = 4411;
const LINK_FULL = 4412;
const DEFAULT_RESTART_MS = 2000;
const DEFAULT_FULL_MS = 5000;

/** A ban may be lifted; the page looks from time to time. */
const BANNED_RETRY_MS = 60_000;

/** Close code of this side after a malformed message; browsers do not let a page send 1002. */
export const PLAYER_PROTOCOL_ERROR = 4002;

/** What to do after a socket ended. */
export type CloseDecision =
  | { readonly kind: 'stop'; readonly reason: RefusalReason; readonly againInMs?: number }
  | { readonly kind: 'retry'; readonly reason: LossReason; readonly notBeforeMs: number };

/** The decision for close code `code`; `retryAfterMs` comes from the relay's goodbye, if there was one. */
export function decisionFor(code: number, retryAfterMs: number | undefined): CloseDecision {
  switch (code) {
    case NOT_AUTHENTIC:
      return { kind: 'stop', reason: 'key_refused' };
    case REPLACED:
      return { kind: 'stop', reason: 'replaced' };
    case WRONG_LINK:
      return { kind: 'stop', reason: 'wrong_link' };
    case LINK_ENDED:
      return { kind: 'stop', reason: 'link_ended' };
    case BANNED:
      return { kind: 'stop', reason: 'banned', againInMs: BANNED_RETRY_MS };
    case DISCONNECTED:
      return { kind: 'stop', reason: 'disconnected' };
    case LINK_FULL:
      return { kind: 'retry', reason: 'link_full', notBeforeMs: retryAfterMs ?? DEFAULT_FULL_MS };
    case RESTARTING:
      return { kind: 'retry', reason: 'restarting', notBeforeMs: retryAfterMs ?? DEFAULT_RESTART_MS };
    case BUSY:
      return { kind: 'retry', reason: 'busy', notBeforeMs: retryAfterMs ?? 0 };
    case PLAYER_PROTOCOL_ERROR:
      return { kind: 'retry', reason: 'protocol_error', notBeforeMs: 0 };
    default:
      return { kind: 'retry', reason: 'lost', notBeforeMs: retryAfterMs ?? 0 };
  }
}
