import { waitWords } from '../widget/time-words';

const CHAT_REFUSALS: Readonly<Record<string, string>> = {
  too_long: 'Your message is too long.',
  too_fast: 'You are sending messages too fast.',
  empty: 'Your message is empty.',
  not_allowed: 'You cannot chat here right now.',
  silenced: 'You are timed out.',
  links: 'Only moderators can send links here.',
  unavailable:
    'Your message was not sent: the server cannot store messages right now. Try again in a moment.',
};

const RENAME_REFUSALS: Readonly<Record<string, string>> = {
  taken: 'That name is taken.',
  reserved: 'That name is reserved.',
  too_long: 'Use at most 30 characters.',
  too_short: 'Use at least 2 characters.',
  too_fast: 'You changed your name just now. Try again in a moment.',
  not_allowed: 'That name is not allowed.',
};

/** Why a message was refused, with the remaining wait if there is one. */
export function chatRefusalWords(reason: string, waitMs: number): string {
  const words = CHAT_REFUSALS[reason] ?? 'Your message was not sent.';
  return waitMs > 0 ? `${words} You can send again in ${waitWords(waitMs)}.` : words;
}

/** Shown to a viewer who may not write for a while, by a moderator or for writing too fast. */
export function silenceWords(leftMs: number): string {
  return `You are timed out. You can chat again in ${waitWords(leftMs)}.`;
}

/** Why a name was refused. */
export function renameRefusalWords(reason: string): string {
  return RENAME_REFUSALS[reason] ?? 'The name was not changed.';
}

/** Shown where messages are missing. */
export function gapWords(count: number): string {
  return count === 1 ? '1 earlier message is not available' : `${count} earlier messages are not available`;
}
