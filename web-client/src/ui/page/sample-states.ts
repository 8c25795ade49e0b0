import { initialFacts, type WatchFacts } from '../../state/watch-facts';
import type { WatchStateName } from '../../state/watch-state';

const OPEN = { connection: { kind: 'open' }, openSinceMs: 0 } as const;
const LAST_SEEN_US = 180_000_000;

/** What has to be so for a page to be in each state: the machine itself derives it from there. */
export const SAMPLES: Readonly<Record<WatchStateName, Partial<WatchFacts>>> = {
  connecting: {
    disconnectedSinceMs: -10_000,
    backAtMs: 6000,
    connection: { kind: 'waiting', reason: 'lost', retryInMs: 6000, unopened: 0 },
  },
  waking: { ...OPEN, stream: 'starting' },
  live: { ...OPEN, stream: 'live', frameAtMs: 10, latencyMs: 620 },
  behind: { ...OPEN, stream: 'live', frameAtMs: 10, latencyMs: 6200, behind: true },
  paused: { ...OPEN, stream: 'live', frameAtMs: 10, paused: true },
  stalled: { ...OPEN, stream: 'live', frameAtMs: -9000, streamSinceMs: -20_000, openSinceMs: -20_000 },
  damaged: {
    ...OPEN,
    stream: 'live',
    frameAtMs: -9000,
    streamSinceMs: -20_000,
    openSinceMs: -20_000,
    damage: { atMs: -8000, againAtMs: 6000 },
  },
  camera_offline: { ...OPEN, stream: 'offline' },
  camera_error: { ...OPEN, stream: 'failed' },
  paused_by_owner: { ...OPEN, stream: 'paused' },
  paused_at_camera: {
    ...OPEN,
    stream: 'paused',
    cameraPause: { why: 'cleaning the lens', resumesAtUs: undefined },
  },
  password: { entry: { kind: 'password', status: 'wrong', retryInMs: 0 } },
  wrong_link: { entry: { kind: 'refused' } },
  link_ended: { connection: { kind: 'refused', reason: 'link_ended' } },
  link_full: {
    connection: { kind: 'waiting', reason: 'link_full', retryInMs: 6000, unopened: 0 },
    backAtMs: 6000,
  },
  banned: { connection: { kind: 'refused', reason: 'banned' } },
  disconnected: { connection: { kind: 'refused', reason: 'disconnected' } },
  busy: { connection: { kind: 'waiting', reason: 'busy', retryInMs: 6000, unopened: 0 }, backAtMs: 6000 },
  blocked: {
    connection: { kind: 'waiting', reason: 'lost', retryInMs: 6000, unopened: 3 },
    probe: 'sockets',
    backAtMs: 6000,
  },
  relay_restart: {
    connection: { kind: 'waiting', reason: 'restarting', retryInMs: 5000, unopened: 0 },
    backAtMs: 5000,
  },
  offline_you: { online: false },
  unsupported: { unsupported: true },
};

/** The facts of a sample, as they are a moment after the page was opened at `nowMs`, which reads as `nowUs`. */
export function sampleFacts(name: WatchStateName, nowMs: number, nowUs: number): WatchFacts {
  const sample = SAMPLES[name];
  const shifted = Object.fromEntries(
    Object.entries(sample).map(([key, value]) => [key, isMoment(key) ? (value as number) + nowMs : value]),
  );
  const damage =
    sample.damage === undefined
      ? {}
      : { damage: { atMs: sample.damage.atMs + nowMs, againAtMs: sample.damage.againAtMs + nowMs } };
  return { ...initialFacts(nowMs, true), lastCaptureUs: nowUs - LAST_SEEN_US, ...shifted, ...damage };
}

function isMoment(key: string): boolean {
  return key.endsWith('AtMs') || key.endsWith('SinceMs');
}
