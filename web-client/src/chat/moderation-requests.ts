import type { Moderate, Moderated, ModerationAct } from '../protocol/chat-message';

const UNDO_MS = 10_000;
const MOST_ASKED = 50;

/** An act and whom it is about; `name` is empty when it is about nobody. */
export interface Asked {
  readonly act: ModerationAct;
  readonly name: string;
}

/** What a moderator is told about an act, for a while; with `undo` it can be taken back. */
export interface ActTold {
  readonly words: string;
  readonly undo?: Asked;
  readonly untilMs: number;
}

/** Keeps what a moderator has asked for until the relay answers, and says what became of it. */
export class ModerationDesk {
  readonly #asked = new Map<string, Asked>();

  /** The message for an act; the oldest unanswered one is forgotten when there are too many. */
  ask(clientId: string, asked: Asked): Moderate {
    const oldest = this.#asked.keys().next();
    if (this.#asked.size >= MOST_ASKED && oldest.done !== true) {
      this.#asked.delete(oldest.value);
    }
    this.#asked.set(clientId, asked);
    return { type: 'moderate', client_id: clientId, ...asked.act };
  }

  /** What the moderator is told about the relay's answer; nothing if they asked for nothing such. */
  answered({ client_id, result }: Moderated, nowMs: number): ActTold | undefined {
    const asked = this.#asked.get(client_id);
    this.#asked.delete(client_id);
    if (asked === undefined) {
      return undefined;
    }
    const untilMs = nowMs + UNDO_MS;
    if (result !== 'done') {
      return { words: REFUSALS[result], untilMs };
    }
    const undo = undoOf(asked);
    return { words: doneWords(asked), untilMs, ...(undo && { undo }) };
  }
}

const REFUSALS = {
  not_allowed: 'You may not do that here, or not to somebody of your own rank.',
  unknown: 'That line or person is not there any more.',
  too_fast: 'That was too fast. Try again in a moment.',
  unavailable: 'The relay could not keep that just now. Try again in a moment.',
} as const;

/** A length of time in the words of the time-out menu. */
export function lengthWords(seconds: number): string {
  if (seconds < 60) {
    return `${seconds} s`;
  }
  return seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

function doneWords({ act, name }: Asked): string {
  switch (act.act) {
    case 'remove':
      return `Removed a line by ${name}.`;
    case 'restore':
      return 'The line is back.';
    case 'timeout':
      return act.seconds === 0
        ? `${name} may write again.`
        : `${name} may only read for ${lengthWords(act.seconds)}.`;
    case 'ban':
      return `${name} is kept out for a day.`;
    case 'unban':
      return `${name} may come back.`;
    case 'slow':
      return act.seconds === 0
        ? 'Slow mode is off.'
        : `Slow mode: one message in ${lengthWords(act.seconds)}.`;
    case 'links':
      return act.links === 'all' ? 'Everybody may send links.' : 'Only moderators may send links.';
  }
}

function undoOf({ act, name }: Asked): Asked | undefined {
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
