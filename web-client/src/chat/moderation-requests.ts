import type { Moderate, Moderated, ModerationAct } from '../protocol/chat-message';

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
      return { words: REFUSALS[result], untilMs };
    }
    const undo = undoOf(request);
    return { words: doneWords(request), untilMs, ...(undo && { undo }) };
  }
}

const REFUSALS = {
  not_allowed: 'You are not allowed to do that.',
  unknown: 'That message or person is no longer there.',
  too_fast: 'Too many actions. Try again in a moment.',
  unavailable: 'The change could not be saved. Try again in a moment.',
} as const;

/** A length of time as the timeout menu shows it. */
export function lengthWords(seconds: number): string {
  if (seconds < 60) {
    return `${seconds} s`;
  }
  return seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

function doneWords({ act, name }: ModerationRequest): string {
  switch (act.act) {
    case 'remove':
      return `Removed a message by ${name}.`;
    case 'restore':
      return 'Message restored.';
    case 'timeout':
      return act.seconds === 0
        ? `${name} can chat again.`
        : `${name} is timed out for ${lengthWords(act.seconds)}.`;
    case 'ban':
      return `${name} is banned for 24 hours.`;
    case 'unban':
      return `${name} is no longer banned.`;
    case 'slow':
      return act.seconds === 0
        ? 'Slow mode is off.'
        : `Slow mode: one message every ${lengthWords(act.seconds)}.`;
    case 'links':
      return act.links === 'all' ? 'Everyone can send links.' : 'Only moderators can send links.';
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
