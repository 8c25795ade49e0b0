import type { Moderate, Moderated, ModerationAct } from '../protocol/chat-message';
import { WORDS } from '../words/words';

const UNDO_MS = 10_000;
const MOST_ASKED = 50;

/** An action and the person it affects; `name` is empty when it affects the whole chat. */
export interface ModerationRequest {
  readonly act: ModerationAct;
  readonly name: string;
}

/** The outcome of a moderation action, shown for a while; `undo` reverts it. */
export interface ModerationNotice {
  readonly words: string;
  readonly undo?: ModerationRequest;
  readonly untilMs: number;
}

/** Keeps moderation requests until the relay answers, and describes their outcome. */
export class ModerationRequests {
  readonly #requests = new Map<string, ModerationRequest>();

  /** The message for an action; the oldest unanswered request is dropped when there are too many. */
  ask(clientId: string, request: ModerationRequest): Moderate {
    const oldest = this.#requests.keys().next();
    if (this.#requests.size >= MOST_ASKED && oldest.done !== true) {
      this.#requests.delete(oldest.value);
    }
    this.#requests.set(clientId, request);
    return { type: 'moderate', client_id: clientId, ...request.act };
  }

  /** The outcome to show for the relay's answer; undefined for an unknown request. */
  answered({ client_id, result }: Moderated, nowMs: number): ModerationNotice | undefined {
    const request = this.#requests.get(client_id);
    this.#requests.delete(client_id);
    if (request === undefined) {
      return undefined;
    }
    const untilMs = nowMs + UNDO_MS;
    if (result !== 'done') {
      return { words: WORDS.moderation.refusals[result], untilMs };
    }
    const undo = undoOf(request);
    return { words: doneWords(request), untilMs, ...(undo && { undo }) };
  }
}

/** A length of time as the timeout menu shows it. */
export function lengthWords(seconds: number): string {
  if (seconds < 60) {
    return WORDS.time.seconds(seconds);
  }
  return seconds < 3600
    ? WORDS.time.minutes(Math.round(seconds / 60))
    : WORDS.time.hours(Math.round(seconds / 3600));
}

function doneWords({ act, name }: ModerationRequest): string {
  const { done } = WORDS.moderation;
  switch (act.act) {
    case 'remove':
      return done.removed(name);
    case 'restore':
      return done.restored;
    case 'timeout':
      return act.seconds === 0 ? done.chatsAgain(name) : done.timedOut(name, lengthWords(act.seconds));
    case 'ban':
      return done.banned(name);
    case 'unban':
      return done.unbanned(name);
    case 'slow':
      return act.seconds === 0 ? done.slowOff : done.slow(lengthWords(act.seconds));
    case 'links':
      return act.links === 'all' ? done.linksAll : done.linksModerators;
    case 'pin':
      return act.note === undefined ? done.unpinned : done.pinned;
  }
}

function undoOf({ act, name }: ModerationRequest): ModerationRequest | undefined {
  switch (act.act) {
    case 'remove':
      return { act: { act: 'restore', seq: act.seq }, name };
    case 'timeout':
      return act.seconds === 0
        ? undefined
        : { act: { act: 'timeout', person: act.person, seconds: 0 }, name };
    case 'ban':
      return { act: { act: 'unban', person: act.person }, name };
    default:
      return undefined;
  }
}
