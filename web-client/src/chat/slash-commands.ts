import type { ModerationAct, Role } from '../protocol/chat-message';
import { MAX_SLOW_SECONDS, MAX_TIMEOUT_SECONDS, MIN_TIMEOUT_SECONDS } from '../protocol/limits';
import { WORDS } from '../words/words';
import type { ChatEntry } from './chat-log';
import { isModerator } from './chat-room';
import type { ModerationRequest } from './moderation-requests';

/** What the text in the box means. */
export type ChatInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'moderate'; readonly request: ModerationRequest }
  /** A command that cannot be run; the text stays in the box. */
  | { readonly kind: 'unknown'; readonly words: string };

/** Parses the typed text: anything that begins with a slash is a command and never sent as a message. */
export function parseInput(typed: string, role: Role, entries: readonly ChatEntry[]): ChatInput {
  const [, command, rest = ''] = /^\/(\S*)\s*(.*)$/su.exec(typed) ?? [];
  if (command === undefined) {
    return { kind: 'text', text: typed };
  }
  if (command === 'nick') {
    return rest === '' ? unknown(WORDS.moderation.usage.nick) : { kind: 'rename', name: rest };
  }
  if (!isModerator(role)) {
    return unknown(WORDS.moderation.commands);
  }
  switch (command) {
    case 'slow':
      return slow(rest);
    case 'timeout':
      return timeOut(rest, entries);
    case 'ban':
      return ban(rest, entries);
    case 'pin':
      return rest === '' ? unknown(WORDS.moderation.usage.pin) : pin({ act: 'pin', note: rest });
    case 'unpin':
      return pin({ act: 'pin' });
    default:
      return unknown(WORDS.moderation.allCommands);
  }
}

function pin(act: ModerationAct): ChatInput {
  return { kind: 'moderate', request: { act, name: '' } };
}

function slow(rest: string): ChatInput {
  const seconds = rest === 'off' ? 0 : wholeNumber(rest);
  return seconds === undefined || seconds > MAX_SLOW_SECONDS
    ? unknown(WORDS.moderation.usage.slow(MAX_SLOW_SECONDS))
    : { kind: 'moderate', request: { act: { act: 'slow', seconds }, name: '' } };
}

function timeOut(rest: string, entries: readonly ChatEntry[]): ChatInput {
  const [, name = '', digits = ''] = /^(.*\S)\s+(\d+)$/su.exec(rest) ?? [];
  const seconds = wholeNumber(digits);
  const fits =
    seconds === 0 ||
    (seconds !== undefined && seconds >= MIN_TIMEOUT_SECONDS && seconds <= MAX_TIMEOUT_SECONDS);
  if (!fits) {
    return unknown(WORDS.moderation.usage.timeout(MIN_TIMEOUT_SECONDS, MAX_TIMEOUT_SECONDS));
  }
  return about(name, entries, (person) => ({ act: 'timeout', person, seconds }));
}

function ban(rest: string, entries: readonly ChatEntry[]): ChatInput {
  return rest === ''
    ? unknown(WORDS.moderation.usage.ban)
    : about(rest, entries, (person) => ({ act: 'ban', person }));
}

function about(
  typed: string,
  entries: readonly ChatEntry[],
  act: (person: string) => ModerationRequest['act'],
): ChatInput {
  const name = typed.trim().replace(/^@/, '').toLowerCase();
  const line = entries.findLast((entry) => entry.kind === 'line' && entry.name.toLowerCase() === name);
  return line?.kind === 'line'
    ? { kind: 'moderate', request: { act: act(line.person), name: line.name } }
    : unknown(WORDS.moderation.noMessagesFrom(typed.trim()));
}

function wholeNumber(digits: string): number | undefined {
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined;
}

function unknown(words: string): ChatInput {
  return { kind: 'unknown', words };
}
