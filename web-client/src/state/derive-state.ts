import type { Entry, WaitReason } from './entry-state';
import type { WatchFacts } from './watch-facts';
import type { WatchState } from './watch-state';

const STALLED_AFTER_MS = 1500;
const STALLED_AFTER_FRAMES = 4;
const SPARSE_STALLED_AFTER_MS = 15_000;
const FIRST_FRAME_WITHIN_MS = 4000;
/** Frames that were decoded before the damage may be drawn after it. */
const DAMAGE_BEFORE_LAST_FRAME_MS = 500;

/** The state that follows from `facts` at `nowMs`: the cause nearest to the viewer comes first. */
export function deriveState(facts: WatchFacts, nowMs: number): WatchState {
  if (facts.unsupported) {
    return { name: 'unsupported' };
  }
  if (facts.entry.kind !== 'admitted') {
    return beforeAdmission(facts, facts.entry);
  }
  if (facts.connection.kind === 'refused') {
    const { reason } = facts.connection;
    // A relay gives these reasons to publishers only.
    return { name: reason === 'key_refused' || reason === 'replaced' ? 'wrong_link' : reason };
  }
  return facts.openSinceMs === undefined ? disconnected(facts) : connected(facts, facts.openSinceMs, nowMs);
}

function beforeAdmission(facts: WatchFacts, entry: Exclude<Entry, { kind: 'admitted' }>): WatchState {
  switch (entry.kind) {
    case 'refused':
      return { name: 'wrong_link' };
    case 'password':
      return { name: 'password', status: entry.status, againAtMs: facts.backAtMs };
    case 'waiting':
      return waiting(facts, entry.reason);
    case 'requesting':
      return lost(facts);
  }
}

function waiting(facts: WatchFacts, reason: WaitReason): WatchState {
  const againAtMs = facts.backAtMs;
  switch (reason) {
    case 'lost':
      return lost(facts);
    case 'busy':
      return { name: 'busy', againAtMs };
    default:
      return { name: 'blocked', by: reason, againAtMs };
  }
}

function lost(facts: WatchFacts): WatchState {
  const { online, disconnectedSinceMs, entry, connection, backAtMs } = facts;
  const retries =
    entry.kind === 'waiting' ||
    connection.kind === 'waiting' ||
    (connection.kind === 'connecting' && connection.reason !== undefined);
  return online
    ? { name: 'connecting', sinceMs: disconnectedSinceMs, againAtMs: retries ? backAtMs : undefined }
    : { name: 'offline_you' };
}

function disconnected(facts: WatchFacts): WatchState {
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
      return waiting(facts, facts.probe);
  }
}

function connected(facts: WatchFacts, openSinceMs: number, nowMs: number): WatchState {
  switch (facts.stream) {
    case undefined:
      return { name: 'connecting', sinceMs: openSinceMs, againAtMs: undefined };
    case 'paused':
      return facts.cameraPause === undefined
        ? { name: 'paused_by_owner' }
        : { name: 'paused_at_camera', ...facts.cameraPause };
    case 'offline':
      return { name: 'camera_offline', lastCaptureUs: facts.lastCaptureUs };
    case 'failed':
      return { name: 'camera_error' };
    case 'asleep':
    case 'starting':
      // A paused page asks for no media, so that the camera may sleep.
      // A frame from long ago is the still that the relay keeps of a camera that is asleep.
      return facts.paused || ((facts.frameAtMs ?? 0) > facts.streamSinceMs && !facts.behind)
        ? playing(facts, openSinceMs, nowMs)
        : { name: 'waking', sinceMs: facts.streamSinceMs, lastCaptureUs: facts.lastCaptureUs };
    case 'live':
      return playing(facts, openSinceMs, nowMs);
  }
}

function playing(facts: WatchFacts, openSinceMs: number, nowMs: number): WatchState {
  if (facts.paused) {
    return { name: 'paused' };
  }
  const { frameAtMs, latencyMs } = facts;
  const waitingSinceMs = Math.max(openSinceMs, facts.streamSinceMs);
  if (frameAtMs === undefined || frameAtMs < waitingSinceMs) {
    return nowMs - waitingSinceMs > FIRST_FRAME_WITHIN_MS
      ? withoutFrames(facts, waitingSinceMs)
      : { name: 'connecting', sinceMs: waitingSinceMs, againAtMs: undefined };
  }
  if (nowMs - frameAtMs > patienceMs(facts)) {
    return withoutFrames(facts, frameAtMs);
  }
  return facts.behind && latencyMs !== undefined
    ? { name: 'behind', latencyMs }
    : { name: 'live', latencyMs };
}

function withoutFrames({ damage }: WatchFacts, sinceMs: number): WatchState {
  return damage !== undefined && damage.atMs >= sinceMs - DAMAGE_BEFORE_LAST_FRAME_MS
    ? { name: 'damaged', againAtMs: damage.againAtMs }
    : { name: 'stalled', sinceMs };
}

/** How long to wait for the next frame before the stream counts as stalled: longer where the relay sends only single frames. */
function patienceMs({ delivery, frameMs }: WatchFacts): number {
  return delivery === 'key_frames' || delivery === 'still'
    ? SPARSE_STALLED_AFTER_MS
    : Math.max(STALLED_AFTER_MS, STALLED_AFTER_FRAMES * frameMs);
}
