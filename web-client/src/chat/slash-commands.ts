import type { Role } from '../protocol/chat-message';
import { MAX_SLOW_SECONDS, MAX_TIMEOUT_SECONDS, MIN_TIMEOUT_SECONDS } from '../protocol/limits';
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

const COMMANDS = 'Commands: /nick NAME';
const MODERATOR_COMMANDS = `${COMMANDS}, /slow SECONDS, /timeout NAME SECONDS, /ban NAME`;

/** Parses the typed text: anything that begins with a slash is a command and never sent as a message. */
export function parseInput(typed: string, role: Role, entries: readonly ChatEntry[]): ChatInput {
  const [, command, rest = ''] = /^\/(\S*)\s*(.*)$/su.exec(typed) ?? [];
  if (command === undefined) {
    return { kind: 'text', text: typed };
  }
  if (command === 'nick') {
    return rest === '' ? unknown('Usage: /nick NAME') : { kind: 'rename', name: rest };
  }
  if (!isModerator(role)) {
    return unknown(COMMANDS);
  }
  switch (command) {
    case 'slow':
      return slow(rest);
    case 'timeout':
      return timeOut(rest, entries);
    case 'ban':
      return ban(rest, entries);
    default:
      return unknown(MODERATOR_COMMANDS);
  }
}

function slow(rest: string): ChatInput {
  const seconds = rest === 'off' ? 0 : wholeNumber(rest);
  return seconds === undefined || seconds > MAX_SLOW_SECONDS
    ? unknown(`Usage: /slow SECONDS (0 to ${MAX_SLOW_SECONDS})`)
    : { kind: 'moderate', request: { act: { act: 'slow', seconds }, name: '' } };
}

function timeOut(rest: string, entries: readonly ChatEntry[]): ChatInput {
  const [, name = '', digits = ''] = /^(.*\S)\s+(\d+)$/su.exec(rest) ?? [];
  const seconds = wholeNumber(digits);
  const fits =
    seconds === 0 ||
    (seconds !== undefined && seconds >= MIN_TIMEOUT_SECONDS && seconds <= MAX_TIMEOUT_SECONDS);
  if (!fits) {
    return unknown(
      `Usage: /timeout NAME SECONDS (${MIN_TIMEOUT_SECONDS} to ${MAX_TIMEOUT_SECONDS}, or 0 to lift it)`,
    );
  }
  return about(name, entries, (person) => ({ act: 'timeout', person, seconds }));
}

function ban(rest: string, entries: readonly ChatEntry[]): ChatInput {
  return rest === ''
    ? unknown('Usage: /ban NAME')
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
    : unknown(`No messages from ${typed.trim()} in this chat.`);
}

function wholeNumber(digits: string): number | undefined {
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined;
}

function unknown(words: string): ChatInput {
  return { kind: 'unknown', words };
}
