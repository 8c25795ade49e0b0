import type { Entry } from './entry-state';
import type { WatchFacts } from './watch-facts';
import type { WatchState } from './watch-state';

const STALLED_AFTER_MS = 1500;
const STALLED_AFTER_FRAMES = 4;
const SPARSE_STALLED_AFTER_MS = 15_000;
const FIRST_PICTURE_WITHIN_MS = 4000;

/** The state that follows from `facts` at `nowMs`: the trouble nearest to the reader is named first. */
export function deriveState(facts: WatchFacts, nowMs: number): WatchState {
  if (facts.unsupported) {
    return { name: 'unsupported' };
  }
  if (facts.entry.kind !== 'admitted') {
    return atTheDoor(facts, facts.entry);
  }
  if (facts.connection.kind === 'refused') {
    return { name: facts.connection.reason };
  }
  return facts.openSinceMs === undefined ? apart(facts) : together(facts, facts.openSinceMs, nowMs);
}

function atTheDoor(facts: WatchFacts, entry: Exclude<Entry, { kind: 'admitted' }>): WatchState {
  switch (entry.kind) {
    case 'refused':
      return { name: 'wrong_link' };
    case 'password':
      return { name: 'password', trouble: entry.trouble, againAtMs: facts.backAtMs };
    case 'waiting':
      return entry.reason === 'busy' ? { name: 'busy', againAtMs: facts.backAtMs } : lost(facts);
    case 'asking':
      return lost(facts);
  }
}

function lost(facts: WatchFacts): WatchState {
  return facts.online ? { name: 'connecting', sinceMs: facts.apartSinceMs } : { name: 'offline_you' };
}

function apart(facts: WatchFacts): WatchState {
  const { connection } = facts;
  if (!facts.online) {
    return lost(facts);
  }
  const reason =
    connection.kind === 'waiting' || connection.kind === 'connecting' ? connection.reason : undefined;
  switch (reason) {
    case 'restarting':
      return { name: 'relay_restart', backAtMs: facts.backAtMs };
    case 'busy':
    case 'link_full':
      return { name: reason, againAtMs: facts.backAtMs };
    default:
      return lost(facts);
  }
}

function together(facts: WatchFacts, openSinceMs: number, nowMs: number): WatchState {
  switch (facts.stream) {
    case undefined:
      return { name: 'connecting', sinceMs: openSinceMs };
    case 'paused':
      return { name: 'paused_by_owner' };
    case 'offline':
      return { name: 'camera_offline', lastTakenUs: facts.lastTakenUs };
    case 'failed':
      return { name: 'camera_error' };
    case 'asleep':
    case 'starting':
      // A paused page asks for no media, so that the camera may sleep.
      return facts.paused || (facts.pictureAtMs ?? 0) > facts.streamSinceMs
        ? playing(facts, openSinceMs, nowMs)
        : { name: 'waking', sinceMs: facts.streamSinceMs };
    case 'live':
      return playing(facts, openSinceMs, nowMs);
  }
}

function playing(facts: WatchFacts, openSinceMs: number, nowMs: number): WatchState {
  if (facts.paused) {
    return { name: 'paused' };
  }
  const { pictureAtMs, latencyMs } = facts;
  const waitingSinceMs = Math.max(openSinceMs, facts.streamSinceMs);
  if (pictureAtMs === undefined || pictureAtMs < waitingSinceMs) {
    return nowMs - waitingSinceMs > FIRST_PICTURE_WITHIN_MS
      ? { name: 'stalled', sinceMs: waitingSinceMs }
      : { name: 'connecting', sinceMs: waitingSinceMs };
  }
  if (nowMs - pictureAtMs > patienceMs(facts)) {
    return { name: 'stalled', sinceMs: pictureAtMs };
  }
  return facts.behind && latencyMs !== undefined
    ? { name: 'behind', latencyMs }
    : { name: 'live', latencyMs };
}

/** How long a picture may stay: where the relay sends one now and then, no longer than it takes to call a viewer too slow. */
function patienceMs({ delivery, frameMs }: WatchFacts): number {
  return delivery === 'key_frames' || delivery === 'still'
    ? SPARSE_STALLED_AFTER_MS
    : Math.max(STALLED_AFTER_MS, STALLED_AFTER_FRAMES * frameMs);
}
