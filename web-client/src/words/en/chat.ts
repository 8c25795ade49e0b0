import { plurals } from '../plurals';

const n = plurals('en');

/** The chat. */
export const chat = {
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
  replyTo: (name: string) => `Reply to ${name}`,
  moderate: (name: string) => `Moderate message by ${name}`,
  empty: 'No messages yet.',
  emptyInvites: 'Say hello. Everyone who watches can read it.',
  newMessages: 'New',
  today: 'Today',
  removed: 'message removed by a moderator',
  missing: (count: number) =>
    n(count, { one: '# earlier message is not available', other: '# earlier messages are not available' }),
  bytes: (used: number, most: number) => `${used}/${most} bytes`,
  readOnly: 'Chat is read-only with this link.',
  namedAtCamera: 'The people at the camera can see who is watching.',
  chattingAs: 'Chatting as',
  change: 'Change',
  displayName: 'Display name',
  save: 'Save',
  cancel: 'Cancel',
  undo: 'Undo',
  forget: 'Forget me',
  forgetMeans: 'This browser forgets your name here, and you get a new one. Your messages stay.',
  moderator: 'Moderator',
  owner: 'Owner',
  camera: 'Camera',
};

/** Why a message or a name was refused, by the relay's code. */
export const refusals = {
  chat: {
    too_long: 'Your message is too long.',
    too_fast: 'You are sending messages too fast.',
    empty: 'Your message is empty.',
    not_allowed: 'You cannot chat here right now.',
    silenced: 'You are timed out.',
    links: 'Only moderators can send links here.',
    unavailable:
      'Your message was not sent: the server cannot store messages right now. Try again in a moment.',
  },
  notSent: 'Your message was not sent.',
  slowMode: (length: string) => `Slow mode is on: one message every ${length}.`,
  sendAgain: (wait: string) => `You can send again in ${wait}.`,
  hasty: 'You sent too many messages at once.',
  chatAgain: (wait: string) => `You can chat again in ${wait}.`,
  name: {
    taken: 'That name is taken.',
    reserved: 'That name is reserved.',
    too_long: 'Use at most 30 characters.',
    too_short: 'Use at least 2 characters.',
    too_fast: 'You changed your name just now. Try again in a moment.',
    not_allowed: 'That name is not allowed.',
  },
  nameNotChanged: 'The name was not changed.',
};

/** What moderators choose, and what came of it. */
export const moderation = {
  remove: 'Remove',
  timeOut: (name: string) => `Time out ${name} for`,
  ban: 'Ban',
  banOnly: (name: string) => `Ban only ${name}`,
  banQuestion: (name: string) =>
    `Ban ${name} from this camera for 24 hours? Their messages of the last hour are removed, and they are notified.`,
  othersStay: 'Others on the same network stay.',
  othersToo: 'Others on the same network who are not moderators are banned too.',
  noOthers: 'No one else is on the same network right now.',
  othersAre: (names: string) => `Also banned, because they are on the same network: ${names}.`,
  linkMayEnd: "A moderator's link is revoked, for everyone who has it.",
  linkEnds: 'Their moderator link is revoked.',
  linkEndsFor: (names: string) => `Their moderator link is revoked, also for: ${names}.`,
  slowMode: 'Slow mode',
  off: 'Off',
  oneEvery: (length: string) => `One message every ${length}`,
  whoSendsLinks: 'Who can send links',
  everyone: 'Everyone',
  moderatorsOnly: 'Moderators only',
  slowModeIs: (length: string) => `Slow mode: one message every ${length}`,
  onlyModeratorsSend: 'Only moderators can send links',
  refusals: {
    not_allowed: 'You are not allowed to do that.',
    unknown: 'That message or person is no longer there.',
    too_fast: 'Too many actions. Try again in a moment.',
    unavailable: 'The change could not be saved. Try again in a moment.',
  },
  done: {
    removed: (name: string) => `Removed a message by ${name}.`,
    restored: 'Message restored.',
    chatsAgain: (name: string) => `${name} can chat again.`,
    timedOut: (name: string, length: string) => `${name} is timed out for ${length}.`,
    banned: (name: string) => `${name} is banned for 24 hours.`,
    unbanned: (name: string) => `${name} is no longer banned.`,
    slowOff: 'Slow mode is off.',
    slow: (length: string) => `Slow mode: one message every ${length}.`,
    linksAll: 'Everyone can send links.',
    linksModerators: 'Only moderators can send links.',
  },
  commands: 'Commands: /nick NAME',
  allCommands: 'Commands: /nick NAME, /slow SECONDS, /timeout NAME SECONDS, /ban NAME',
  usage: {
    nick: 'Usage: /nick NAME',
    ban: 'Usage: /ban NAME',
    slow: (most: number) => `Usage: /slow SECONDS (0 to ${most})`,
    timeout: (least: number, most: number) =>
      `Usage: /timeout NAME SECONDS (${least} to ${most}, or 0 to lift it)`,
  },
  noMessagesFrom: (name: string) => `No messages from ${name} in this chat.`,
};

/** The lines of the chat that no one wrote. */
export const notes = {
  youModerate: 'You can moderate this chat: each message has a menu.',
  renamed: (before: string, now: string) => `${before} is now ${now}`,
  offline: 'The camera went offline.',
  failed: 'The camera sends no video.',
  back: (length: string) => `The camera is back after ${length}.`,
  resumed: 'The camera is no longer paused.',
  videoAgain: 'The camera sends video again.',
  pausedByOwner: 'The owner paused the camera.',
  paused: 'The camera was paused.',
  pausedBecause: (why: string) => `The camera was paused: ${why}`,
};
