import { waitWords } from '../widget/time-words';

const CHAT_REFUSALS: Readonly<Record<string, string>> = {
  too_long: 'That is too long.',
  too_fast: 'That was too fast.',
  empty: 'There is nothing to send.',
  not_allowed: 'You cannot write here now.',
  silenced: 'A moderator lets you read only for now.',
  links: 'Only moderators may send links here.',
  unavailable: 'The chat cannot take messages now. Try again in a moment.',
};

const RENAME_REFUSALS: Readonly<Record<string, string>> = {
  taken: 'Somebody here has that name.',
  reserved: 'That name is reserved.',
  too_long: 'At most 30 characters.',
  too_short: 'At least 2 characters.',
  too_fast: 'You have just changed it. Try again in a moment.',
  not_allowed: 'That name is not possible.',
};

/** Why a message was refused, with the remaining wait if there is one. */
export function chatRefusalWords(reason: string, waitMs: number): string {
  const words = CHAT_REFUSALS[reason] ?? 'The message was not taken.';
  return waitMs > 0 ? `${words} You can send again in ${waitWords(waitMs)}.` : words;
}

/** Shown to a viewer a moderator has timed out. */
export function silenceWords(leftMs: number): string {
  return `A moderator lets you only read for another ${waitWords(leftMs)}.`;
}

/** Why a name was refused. */
export function renameRefusalWords(reason: string): string {
  return RENAME_REFUSALS[reason] ?? 'That name was not taken.';
}

/** Shown where messages are missing. */
export function gapWords(count: number): string {
  return count === 1 ? '1 earlier message is gone' : `${count} earlier messages are gone`;
}
