import { describe, expect, it } from 'vitest';
import type { LossReason, RefusalReason } from '../net/connection-state';
import { deriveState } from './derive-state';
import type { Entry } from './entry-state';
import { applyEvent, initialFacts, type WatchEvent } from './watch-facts';

const OPEN: WatchEvent = { type: 'connection', state: { kind: 'open' } };
const LIVE: WatchEvent = { type: 'stream', state: 'live', lastCaptureUs: undefined };
const frame = (latencyMs: number | undefined = 100): WatchEvent => ({
  type: 'frame',
  latencyMs,
  captureUs: 5,
});
const lost = (reason: LossReason): WatchEvent => ({
  type: 'connection',
  state: { kind: 'waiting', reason, retryInMs: 500, unopened: 0 },
});

const DAMAGED: WatchEvent = { type: 'damaged', retryInMs: 0 };

const refused = (reason: RefusalReason): WatchEvent => ({
  type: 'connection',
  state: { kind: 'refused', reason },
});
const entry = (one: Entry): WatchEvent => ({ type: 'entry', entry: one });

/** The state at `atMs` after events, each with the time it happened. */
function stateAfter(atMs: number, ...events: readonly (readonly [ms: number, event: WatchEvent])[]) {
  const facts = events.reduce((known, [ms, event]) => applyEvent(known, event, ms), initialFacts(0, true));
  return deriveState(facts, atMs);
}

describe('the state of a watch page', () => {
  it.each([
    ['connecting', stateAfter(100)],
    ['connecting', stateAfter(100, [0, OPEN])],
    ['connecting', stateAfter(3000, [0, OPEN], [0, LIVE])],
    ['stalled', stateAfter(5000, [0, OPEN], [0, LIVE])],
    ['live', stateAfter(1000, [0, OPEN], [0, LIVE], [900, frame()])],
    ['stalled', stateAfter(3000, [0, OPEN], [0, LIVE], [900, frame()])],
    ['behind', stateAfter(1000, [0, OPEN], [0, LIVE], [900, frame(6000)])],
    ['waking', stateAfter(1000, [0, OPEN], [0, { type: 'stream', state: 'asleep', lastCaptureUs: 1 }])],
    ['waking', stateAfter(1000, [0, OPEN], [0, { type: 'stream', state: 'starting', lastCaptureUs: 1 }])],
    [
      'camera_offline',
      stateAfter(1000, [0, OPEN], [0, { type: 'stream', state: 'offline', lastCaptureUs: 1 }]),
    ],
    ['camera_error', stateAfter(1000, [0, OPEN], [0, { type: 'stream', state: 'failed', lastCaptureUs: 1 }])],
    ['wrong_link', stateAfter(1000, [0, refused('wrong_link')])],
    ['link_ended', stateAfter(1000, [0, OPEN], [0, LIVE], [900, refused('link_ended')])],
    ['banned', stateAfter(1000, [0, OPEN], [0, LIVE], [900, refused('banned')])],
    ['disconnected', stateAfter(1000, [0, OPEN], [0, LIVE], [900, refused('disconnected')])],
    ['link_full', stateAfter(1000, [900, lost('link_full')])],
    [
      'link_full',
      stateAfter(1000, [0, { type: 'connection', state: { kind: 'connecting', reason: 'link_full' } }]),
    ],
    ['busy', stateAfter(1000, [900, lost('busy')])],
    [
      'paused_by_owner',
      stateAfter(1000, [0, OPEN], [0, { type: 'stream', state: 'paused', lastCaptureUs: 1 }]),
    ],
    [
      'paused_at_camera',
      stateAfter(
        1000,
        [0, OPEN],
        [0, { type: 'stream', state: 'paused', lastCaptureUs: 1, condition: { paused: '' } }],
      ),
    ],
    [
      'waking',
      stateAfter(
        1000,
        [0, OPEN],
        [0, { type: 'stream', state: 'asleep', lastCaptureUs: 1 }],
        [1, { type: 'frame', latencyMs: 60_000, captureUs: 1 }],
      ),
    ],
    ['connecting', stateAfter(1000, [0, entry({ kind: 'requesting' })])],
    ['wrong_link', stateAfter(1000, [0, entry({ kind: 'refused' })])],
    ['password', stateAfter(1000, [0, entry({ kind: 'password', status: 'none', retryInMs: 0 })])],
    ['busy', stateAfter(1000, [0, entry({ kind: 'waiting', reason: 'busy', retryInMs: 5000 })])],
    ['connecting', stateAfter(1000, [0, entry({ kind: 'waiting', reason: 'lost', retryInMs: 500 })])],
    [
      'offline_you',
      stateAfter(1000, [0, entry({ kind: 'requesting' })], [0, { type: 'online', online: false }]),
    ],
    ['relay_restart', stateAfter(1000, [0, OPEN], [900, lost('restarting')])],
    [
      'relay_restart',
      stateAfter(1000, [0, { type: 'connection', state: { kind: 'connecting', reason: 'restarting' } }]),
    ],
    ['connecting', stateAfter(1000, [0, OPEN], [900, lost('lost')])],
    [
      'offline_you',
      stateAfter(1000, [0, OPEN], [900, lost('lost')], [900, { type: 'online', online: false }]),
    ],
    ['unsupported', stateAfter(1000, [0, OPEN], [0, { type: 'unsupported' }])],
    ['live', stateAfter(1000, [0, OPEN], [0, LIVE], [0, { type: 'unsupported' }], [900, frame()])],
    ['damaged', stateAfter(3000, [0, OPEN], [0, LIVE], [900, frame()], [850, DAMAGED])],
    ['damaged', stateAfter(5000, [0, OPEN], [0, LIVE], [100, DAMAGED])],
    ['live', stateAfter(1000, [0, OPEN], [0, LIVE], [100, DAMAGED], [900, frame()])],
    ['stalled', stateAfter(9000, [0, OPEN], [0, LIVE], [100, DAMAGED], [5000, frame()])],
    ['blocked', stateAfter(1000, [0, lost('lost')], [10, { type: 'probed', probe: 'sockets' }])],
    ['busy', stateAfter(1000, [0, lost('lost')], [10, { type: 'probed', probe: 'busy' }])],
    [
      'connecting',
      stateAfter(1000, [0, { type: 'probed', probe: 'sockets' }], [10, OPEN], [20, lost('lost')]),
    ],
    ['blocked', stateAfter(1000, [0, entry({ kind: 'waiting', reason: 'addresses', retryInMs: 500 })])],
    [
      'paused',
      stateAfter(
        9000,
        [0, OPEN],
        [0, LIVE],
        [1, frame()],
        [2, { type: 'paused', paused: true }],
        [8000, { type: 'stream', state: 'asleep', lastCaptureUs: 1 }],
      ),
    ],
    ['paused', stateAfter(9000, [0, OPEN], [0, LIVE], [1, frame()], [2, { type: 'paused', paused: true }])],
  ])('is %s', (name, state) => {
    expect(state.name).toBe(name);
  });

  it('shows how long a password or a full link has to wait', () => {
    const wait = entry({ kind: 'password', status: 'too_many', retryInMs: 9000 });
    expect(stateAfter(100, [0, wait])).toEqual({ name: 'password', status: 'too_many', againAtMs: 9000 });
    expect(stateAfter(100, [0, lost('link_full')])).toEqual({ name: 'link_full', againAtMs: 500 });
    expect(stateAfter(100, [0, lost('lost')])).toMatchObject({ name: 'connecting', againAtMs: 500 });
    const again: WatchEvent = { type: 'connection', state: { kind: 'connecting', reason: 'lost' } };
    expect(stateAfter(600, [0, lost('lost')], [500, again])).toMatchObject({ againAtMs: 500 });
    expect(stateAfter(600)).toMatchObject({ name: 'connecting', againAtMs: undefined });
  });

  it('says behind above 2 s and takes it back only below 1.2 s', () => {
    const facts = [OPEN, LIVE].reduce((known, event) => applyEvent(known, event, 0), initialFacts(0, true));
    let known = facts;
    const names = [1900, 2100, 1900, 1300, 1100, 1900].map((latency, index) => {
      known = applyEvent(known, frame(latency), index);
      return deriveState(known, index).name;
    });
    expect(names).toEqual(['live', 'behind', 'behind', 'behind', 'live', 'live']);
  });

  it('does not take an hour in the background for a stall', () => {
    const state = stateAfter(3_600_100, [0, OPEN], [0, LIVE], [1, frame()], [3_600_000, { type: 'visible' }]);
    expect(state.name).toBe('live');
  });

  it('gives a slow camera four frames of patience', () => {
    const events = [
      [0, OPEN],
      [0, LIVE],
      [0, { type: 'frame_rate', fps: 1 }],
      [10, frame()],
    ] as const;
    expect(stateAfter(3000, ...events).name).toBe('live');
    expect(stateAfter(5000, ...events).name).toBe('stalled');
  });

  it('does not call a frame now and then a stall, unless there is none for long', () => {
    const events = [
      [0, OPEN],
      [0, LIVE],
      [0, { type: 'delivery', mode: 'key_frames' }],
      [10, frame()],
    ] as const;
    expect(stateAfter(14_000, ...events).name).toBe('live');
    expect(stateAfter(16_000, ...events).name).toBe('stalled');
    expect(stateAfter(3000, ...events, [20, { type: 'delivery', mode: 'all' }]).name).toBe('stalled');
  });

  it('forgets with the socket that the connection was slow', () => {
    const facts = [OPEN, { type: 'delivery', mode: 'still' } as const, lost('lost')].reduce(
      (known, event) => applyEvent(known, event, 0),
      initialFacts(0, true),
    );
    expect(facts.delivery).toBe('all');
  });

  it('waits for a first frame again when the camera is back', () => {
    const state = stateAfter(
      9100,
      [0, OPEN],
      [0, LIVE],
      [10, frame()],
      [20, { type: 'stream', state: 'offline', lastCaptureUs: 5 }],
      [9000, LIVE],
    );
    expect(state.name).toBe('connecting');
  });
});
