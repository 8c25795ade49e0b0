/** What a person may do in a camera's chat; each role includes the ones before it. */
export type Role = 'watcher' | 'chatter' | 'moderator' | 'owner';

/** Marks messages of moderators, the owner and the camera itself; only the relay assigns it. */
export type Badge = 'moderator' | 'owner' | 'camera';

/** Who may send links in a chat. */
export type ChatLinks = 'all' | 'moderators';

/** Whom a ban concerns: also who comes from the same address and does not moderate, or the person alone. */
export type BanScope = 'address' | 'person';

/** Result of a moderation action. */
export type ModerationResult = 'done' | 'not_allowed' | 'unknown' | 'too_fast' | 'unavailable';

/** One chat message as the relay sends it. */
export interface ChatLine {
  readonly seq: number;
  readonly time: number;
  readonly person: string;
  readonly name: string;
  readonly text: string;
  readonly badge?: Badge;
  /** The line that it answers. */
  readonly reply_to?: number;
}

export interface Chat extends ChatLine {
  readonly type: 'chat';
}
export interface ChatRemoved {
  readonly type: 'chat_removed';
  readonly seq: number;
}
export interface ChatRestored extends ChatLine {
  readonly type: 'chat_restored';
}
export interface ChatMode {
  readonly type: 'chat_mode';
  /** Least time between two lines of one person, 0–300 s; 0 is off. */
  readonly slow_seconds: number;
  readonly links: ChatLinks;
  /** What moderators have pinned above the chat. */
  readonly note?: string;
}
export interface ChatSilenced {
  readonly type: 'chat_silenced';
  /** The relay's clock, µs; absent when it is lifted. */
  readonly until?: number;
}
export interface ChatReady {
  readonly type: 'chat_ready';
  readonly last: number;
  readonly gap: number;
}
/** How a person can react to a line without words. */
export type Reaction = 'like' | 'love' | 'laugh' | 'wow' | 'sad';

export interface React {
  readonly type: 'react';
  readonly seq: number;
  readonly reaction: Reaction;
  /** Absent when it is taken back. */
  readonly on?: boolean;
}
export interface ChatReactions {
  readonly type: 'chat_reactions';
  readonly seq: number;
  readonly counts: readonly { readonly reaction: Reaction; readonly count: number }[];
  /** The receiver's own; absent when they are as they were. */
  readonly mine?: readonly { readonly reaction: Reaction }[];
}
export interface ChatSend {
  readonly type: 'chat_send';
  readonly client_id: string;
  readonly text: string;
  /** The line that it answers. */
  readonly reply_to?: number;
}
export interface ChatAccepted {
  readonly type: 'chat_accepted';
  readonly client_id: string;
  readonly seq: number;
}
export interface ChatRefused {
  readonly type: 'chat_refused';
  readonly client_id: string;
  readonly reason: string;
  readonly retry_after_ms?: number;
}
export interface Rename {
  readonly type: 'rename';
  readonly name: string;
}
export interface Renamed {
  readonly type: 'renamed';
  readonly person: string;
  readonly name: string;
}
export interface RenameRefused {
  readonly type: 'rename_refused';
  readonly reason: string;
  readonly retry_after_ms?: number;
}

/** What a moderator may do. */
export type ModerationAct =
  | { readonly act: 'remove' | 'restore'; readonly seq: number }
  | { readonly act: 'timeout'; readonly person: string; readonly seconds: number }
  | { readonly act: 'ban'; readonly person: string; readonly scope?: BanScope }
  | { readonly act: 'unban'; readonly person: string }
  | { readonly act: 'slow'; readonly seconds: number }
  | { readonly act: 'links'; readonly links: ChatLinks }
  /** Without a note, the pinned one is taken down. */
  | { readonly act: 'pin'; readonly note?: string };

export type Moderate = { readonly type: 'moderate'; readonly client_id: string } & ModerationAct;

export interface Moderated {
  readonly type: 'moderated';
  readonly client_id: string;
  readonly result: ModerationResult;
}

/** Messages of the chat. */
export type ChatMessage =
  | Chat
  | ChatRemoved
  | ChatRestored
  | ChatMode
  | ChatSilenced
  | ChatReady
  | ChatReactions
  | React
  | ChatSend
  | ChatAccepted
  | ChatRefused
  | Rename
  | Renamed
  | RenameRefused
  | Moderate
  | Moderated;
