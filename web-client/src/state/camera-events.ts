import type { CameraEvent } from '../chat/chat-log';
import type { StreamState } from '../protocol/stream-message';

/** What the chat says when the stream goes from one state to another; undefined when it says nothing. */
export function cameraEvent(
  before: StreamState | undefined,
  now: StreamState,
  why: string | undefined,
  sinceMs: number,
  nowMs: number,
): (Pick<CameraEvent, 'sign'> & { readonly text: string }) | undefined {
  if (before === undefined || before === now) {
    return undefined;
  }
  switch (now) {
    case 'offline':
      return { sign: 'lost', text: 'The camera went offline.' };
    case 'paused':
      return { sign: 'paused', text: pausedText(why) };
    case 'asleep':
    case 'starting':
    case 'live':
      return returned(before, nowMs - sinceMs);
    case 'failed':
      return { sign: 'lost', text: 'The camera sends no video.' };
  }
}

function returned(before: StreamState, awayMs: number): ReturnType<typeof cameraEvent> {
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
