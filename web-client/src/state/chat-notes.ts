import type { CameraEvent, ChatEvent } from '../chat/chat-log';
import { isModerator } from '../chat/chat-room';
import type { Role } from '../protocol/chat-message';
import type { Stream, StreamState } from '../protocol/stream-message';

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
  return before !== now && isModerator(now)
    ? { type: 'note', text: 'You can moderate this chat: each message has a menu.' }
    : undefined;
}

function changeOf({ stream, streamSinceMs }: StreamBefore, now: Stream, nowMs: number): Said | undefined {
  if (stream === undefined || stream === now.state) {
    return undefined;
  }
  switch (now.state) {
    case 'offline':
      return { sign: 'lost', text: 'The camera went offline.' };
    case 'paused':
      return { sign: 'paused', text: pausedText(now.paused) };
    case 'failed':
      return { sign: 'lost', text: 'The camera sends no video.' };
    case 'asleep':
    case 'starting':
    case 'live':
      return returned(stream, nowMs - streamSinceMs);
  }
}

function returned(before: StreamState, awayMs: number): Said | undefined {
  switch (before) {
    case 'offline':
      return { sign: 'back', text: `The camera is back after ${lengthOf(awayMs)}.` };
    case 'paused':
      return { sign: 'back', text: 'The camera is no longer paused.' };
    case 'failed':
      return { sign: 'back', text: 'The camera sends video again.' };
    default:
      return undefined;
  }
}

function pausedText(why: string | undefined): string {
  if (why === undefined) {
    return 'The owner paused the camera.';
  }
  return why === '' ? 'The camera was paused.' : `The camera was paused: ${why}`;
}

function lengthOf(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
