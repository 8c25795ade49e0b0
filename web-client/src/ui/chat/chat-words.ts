import { waitWords } from '../widget/time-words';

/** The texts of the chat. */
export const CHAT_WORDS = {
  title: 'Chat',
  settings: 'Chat settings',
  hide: 'Hide chat',
  messages: 'Chat messages',
  messagesToModerate: 'Chat messages; use the arrow keys for the menu of a message',
  message: 'Message',
  placeholder: 'Write a message',
  send: 'Send',
  sending: 'Sending…',
  you: 'you',
  emoji: 'Emoji',
  reply: 'Reply',
  replyingTo: 'Replying to',
  cancelReply: 'Cancel reply',
  empty: 'No messages yet.',
  emptyInvites: 'Say hello. Everyone who watches can read it.',
  newMessages: 'New',
  today: 'Today',
  removed: 'message removed by a moderator',
  readOnly: 'Chat is read-only with this link.',
  namedAtCamera: 'The people at the camera can see who is watching.',
  chattingAs: 'Chatting as',
  change: 'Change',
  forget: 'Forget me',
  forgetMeans: 'This browser forgets your name here, and you get a new one. Your messages stay.',
  moderator: 'Moderator',
  owner: 'Owner',
  camera: 'Camera',
} as const;

/** The button to the newest messages. */
export function newLinesWords(count: number): string {
  return `${count} new`;
}

/** The name of the menu of a message. */
export function moderateWords(name: string): string {
  return `Moderate message by ${name}`;
}

/** The name of the button that replies to a message. */
export function replyWords(name: string): string {
  return `Reply to ${name}`;
}

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

/** Why a message was refused, with the remaining wait if there is one; in slow mode it is that which speaks. */
export function chatRefusalWords(reason: string, waitMs: number, slowSeconds = 0): string {
  const words =
    reason === 'too_fast' && slowSeconds > 0
      ? `Slow mode is on: one message every ${waitWords(slowSeconds * 1000)}.`
      : (CHAT_REFUSALS[reason] ?? 'Your message was not sent.');
  return waitMs > 0 ? `${words} You can send again in ${waitWords(waitMs)}.` : words;
}

/** Shown to a viewer who may not write for a while: by a moderator, or `hasty` after too many messages at once. */
export function silenceWords(leftMs: number, hasty: boolean): string {
  const cause = hasty ? 'You sent too many messages at once.' : 'You are timed out.';
  return `${cause} You can chat again in ${waitWords(leftMs)}.`;
}

/** Why a name was refused. */
export function renameRefusalWords(reason: string): string {
  return RENAME_REFUSALS[reason] ?? 'The name was not changed.';
}

/** Shown where messages are missing. */
export function gapWords(count: number): string {
  return count === 1 ? '1 earlier message is not available' : `${count} earlier messages are not available`;
}
