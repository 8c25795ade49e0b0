import { describe, expect, it } from 'vitest';
import type { Stream, StreamState } from '../protocol/stream-message';
import { roleNote, streamNote } from './chat-notes';

const said = (stream: StreamState | undefined, state: StreamState, paused?: string) => {
  const now: Stream = { type: 'stream', state, ...(paused !== undefined && { paused }) };
  const note = streamNote({ stream, streamSinceMs: 1000 }, now, { nowMs: 49_000, nowUs: 7 });
  return note?.type === 'note' ? note.text : undefined;
};

describe('what the chat says of the camera', () => {
  it('is nothing at first, nor that it falls asleep and wakes', () => {
    expect(said(undefined, 'offline')).toBeUndefined();
    expect(said('live', 'asleep')).toBeUndefined();
    expect(said('asleep', 'live')).toBeUndefined();
    expect(said('live', 'live')).toBeUndefined();
  });

  it('is that it was lost, and for how long when it is back', () => {
    expect(said('live', 'offline')).toBe('The camera went offline.');
    expect(said('offline', 'live')).toBe('The camera is back after 48 s.');
    expect(said('live', 'failed')).toBe('The camera sends no video.');
  });

  it('is who paused it, and why', () => {
    expect(said('live', 'paused')).toBe('The owner paused the camera.');
    expect(said('live', 'paused', 'cleaning the lens')).toBe('The camera was paused: cleaning the lens');
    expect(said('paused', 'live')).toBe('The camera is no longer paused.');
  });

  it('is that the reader has become a moderator', () => {
    expect(roleNote('chatter', 'moderator')).toMatchObject({ text: expect.stringContaining('moderate') });
    expect([roleNote('moderator', 'moderator'), roleNote('chatter', 'watcher')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
