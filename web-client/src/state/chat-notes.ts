import type { CameraEvent, ChatEntry, ChatEvent } from '../chat/chat-log';
import { isModerator } from '../chat/chat-room';
import type { Role } from '../protocol/chat-message';
import type { Stream, StreamState } from '../protocol/stream-message';
import { WORDS } from '../words/words';

/** What was known of the stream, and since when, in ms of the page's clock. */
export interface StreamBefore {
  readonly stream: StreamState | undefined;
  readonly streamSinceMs: number;
}

/** A moment by both clocks: of the page in ms, and in µs since 1970. */
export interface NoteTime {
  readonly nowMs: number;
  readonly nowUs: number;
}

interface Said {
  readonly sign: CameraEvent['sign'];
  readonly text: string;
}

/** The line about a stream that goes from one state to another; undefined when there is nothing to say. */
export function streamNote(before: StreamBefore, now: Stream, time: NoteTime): ChatEvent | undefined {
  const said = changeOf(before, now, time.nowMs);
  return said === undefined
    ? undefined
    : { type: 'note', text: said.text, event: { sign: said.sign, time: time.nowUs } };
}

/** The line for a person who may moderate from now on. */
export function roleNote(before: Role, now: Role): ChatEvent | undefined {
  return before !== now && isModerator(now) ? { type: 'note', text: WORDS.notes.youModerate } : undefined;
}

/** The line about another person's new name; undefined for one who has written nothing that is still shown. */
export function renameNote(
  entries: readonly ChatEntry[],
  person: string,
  name: string,
): ChatEvent | undefined {
  const before = entries.findLast((entry) => entry.kind === 'line' && entry.person === person);
  return before?.kind === 'line' ? { type: 'note', text: WORDS.notes.renamed(before.name, name) } : undefined;
}

function changeOf({ stream, streamSinceMs }: StreamBefore, now: Stream, nowMs: number): Said | undefined {
  if (stream === undefined || stream === now.state) {
    return undefined;
  }
  switch (now.state) {
    case 'offline':
      return { sign: 'lost', text: WORDS.notes.offline };
    case 'paused':
      return { sign: 'paused', text: pausedText(now.paused) };
    case 'failed':
      return { sign: 'lost', text: WORDS.notes.failed };
    case 'asleep':
    case 'starting':
    case 'live':
      return returned(stream, nowMs - streamSinceMs);
  }
}

function returned(before: StreamState, awayMs: number): Said | undefined {
  switch (before) {
    case 'offline':
      return { sign: 'back', text: WORDS.notes.back(lengthOf(awayMs)) };
    case 'paused':
      return { sign: 'back', text: WORDS.notes.resumed };
    case 'failed':
      return { sign: 'back', text: WORDS.notes.videoAgain };
    default:
      return undefined;
  }
}

function pausedText(why: string | undefined): string {
  if (why === undefined) {
    return WORDS.notes.pausedByOwner;
  }
  return why === '' ? WORDS.notes.paused : WORDS.notes.pausedBecause(why);
}

function lengthOf(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 100 ? WORDS.time.seconds(seconds) : WORDS.time.minutes(Math.round(seconds / 60));
}
