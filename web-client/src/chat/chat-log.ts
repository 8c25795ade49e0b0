import type {
  Chat,
  ChatAccepted,
  ChatReactions,
  ChatReady,
  ChatRefused,
  ChatRemoved,
  ChatRestored,
} from '../protocol/chat-message';
import { type ReactionBook, withReactions } from './reactions';

const MOST_ENTRIES = 500;

/** A message as the relay stored it. */
export type ChatLine = { readonly kind: 'line' } & Omit<Chat, 'type'>;

/** The entries of the panel in order: messages, removed ones, gaps, and notes of the page itself. */
export type ChatEntry =
  | ChatLine
  | { readonly kind: 'removed'; readonly seq: number; readonly time: number; readonly name: string }
  | { readonly kind: 'gap'; readonly seq: number; readonly count: number }
  | {
      readonly kind: 'note';
      readonly seq: number;
      readonly id: number;
      readonly text: string;
      readonly event?: CameraEvent;
    };

/** What happened to the camera, and when, µs since 1970. */
export interface CameraEvent {
  readonly sign: 'lost' | 'back' | 'paused';
  readonly time: number;
}

/** An own message that is not in the log yet; `seq` once the relay has stored it. */
export interface PendingLine {
  readonly clientId: string;
  readonly text: string;
  readonly replyTo?: number;
  readonly seq?: number;
}

/** The chat as this page knows it. */
export interface ChatLog {
  readonly entries: readonly ChatEntry[];
  readonly pending: readonly PendingLine[];
  readonly lastSeq: number;
  /** The newest `seq` at the last welcome: what comes next follows it. */
  readonly resumedAt: number;
  readonly ready: boolean;
  readonly reactions: ReactionBook;
  readonly notes: number;
}

/** What changes a log. */
export type ChatEvent =
  | Chat
  | ChatReady
  | ChatRemoved
  | ChatRestored
  | ChatReactions
  | ChatAccepted
  | ChatRefused
  | { readonly type: 'resumed' }
  | { readonly type: 'written'; readonly clientId: string; readonly text: string; readonly replyTo?: number }
  | { readonly type: 'note'; readonly text: string; readonly event?: CameraEvent };

/** An empty log. */
export const EMPTY_LOG: ChatLog = {
  entries: [],
  pending: [],
  lastSeq: 0,
  resumedAt: 0,
  ready: false,
  reactions: new Map(),
  notes: 0,
};

/** The log after `event`: ordered by `seq`, nothing twice. */
export function reduceChat(log: ChatLog, event: ChatEvent): ChatLog {
  switch (event.type) {
    case 'resumed':
      return { ...log, resumedAt: log.lastSeq, ready: false, reactions: new Map() };
    case 'chat':
      return withLine(log, event);
    case 'chat_removed':
      return { ...log, entries: log.entries.map((entry) => withoutText(entry, event.seq)) };
    case 'chat_restored':
      return withRestored(log, event);
    case 'chat_ready':
      return withReady(log, event);
    case 'chat_reactions':
      return { ...log, reactions: withReactions(log.reactions, event) };
    case 'written': {
      const { type: _, ...line } = event;
      return { ...log, pending: [...log.pending, line] };
    }
    case 'chat_accepted':
      return withAccepted(log, event);
    case 'chat_refused':
      return { ...log, pending: log.pending.filter((line) => line.clientId !== event.client_id) };
    case 'note': {
      const { text, event: happened } = event;
      const known = happened === undefined ? {} : { event: happened };
      const note = { kind: 'note', seq: log.lastSeq, id: log.notes, text, ...known } as const;
      return { ...log, notes: log.notes + 1, entries: insert(log.entries, note) };
    }
  }
}

function withLine(log: ChatLog, { type: _, ...line }: Chat): ChatLog {
  const known = log.entries.find(
    (entry): entry is ChatLine => entry.kind === 'line' && entry.seq === line.seq,
  );
  const anotherRoom = known !== undefined && known.time !== line.time;
  if (known !== undefined && !anotherRoom) {
    return log;
  }
  const before = anotherRoom ? [] : log.entries;
  return {
    ...log,
    entries: insert(before, { kind: 'line', ...line }),
    lastSeq: anotherRoom ? line.seq : Math.max(log.lastSeq, line.seq),
    pending: log.pending.filter((pending) => pending.seq !== line.seq),
  };
}

function withoutText(entry: ChatEntry, seq: number): ChatEntry {
  return entry.kind === 'line' && entry.seq === seq
    ? { kind: 'removed', seq, time: entry.time, name: entry.name }
    : entry;
}

function withRestored(log: ChatLog, { type: _, ...line }: ChatRestored): ChatLog {
  const others = log.entries.filter(
    (entry) => !(entry.seq === line.seq && (entry.kind === 'line' || entry.kind === 'removed')),
  );
  return { ...log, entries: insert(others, { kind: 'line', ...line }) };
}

function withReady(log: ChatLog, ready: ChatReady): ChatLog {
  const gap = { kind: 'gap', seq: log.resumedAt, count: ready.gap } as const;
  const entries = ready.gap > 0 && log.resumedAt > 0 ? insert(log.entries, gap) : log.entries;
  return { ...log, entries, lastSeq: ready.last, ready: true };
}

function withAccepted(log: ChatLog, { client_id, seq }: ChatAccepted): ChatLog {
  const known = log.entries.some((entry) => entry.kind === 'line' && entry.seq === seq);
  return {
    ...log,
    pending: known
      ? log.pending.filter((line) => line.clientId !== client_id)
      : log.pending.map((line) => (line.clientId === client_id ? { ...line, seq } : line)),
  };
}

function insert(entries: readonly ChatEntry[], entry: ChatEntry): readonly ChatEntry[] {
  const at = entries.findLastIndex((other) => other.seq <= entry.seq) + 1;
  return [...entries.slice(0, at), entry, ...entries.slice(at)].slice(-MOST_ENTRIES);
}

/** Number of messages after `seq` that `person` has not written. */
export function unreadSince(log: ChatLog, seq: number, person: string | undefined): number {
  return log.entries.filter((entry) => entry.kind === 'line' && entry.seq > seq && entry.person !== person)
    .length;
}
