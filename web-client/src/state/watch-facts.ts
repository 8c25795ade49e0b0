import type { ConnectionState } from '../net/connection-state';
import type { StreamCondition, UplinkQuality } from '../protocol/stream-condition';
import type { DeliveryMode, StreamState } from '../protocol/stream-message';
import type { Entry } from './entry-state';

const BEHIND_FROM_MS = 2000;
const CAUGHT_UP_BELOW_MS = 1200;

/** What a request to the socket's address showed after sockets that never opened. */
export type SocketProbe = 'sockets' | 'origin' | 'busy' | 'lost';

/** The video is paused at the camera: by the people there, or because it is outside its hours. */
export interface CameraPause {
  /** What the people say about it; may be empty. */
  readonly why: string;
  /** When its hours begin again, µs since 1970. */
  readonly resumesAtUs: number | undefined;
}

/** The facts the state of the page is derived from. Times in ms of the page's clock. */
export interface WatchFacts {
  readonly entry: Entry;
  readonly connection: ConnectionState;
  /** When the socket was lost last, or the page was opened. */
  readonly disconnectedSinceMs: number;
  /** Why sockets do not open, as far as the page could find out. */
  readonly probe: SocketProbe;
  readonly openSinceMs: number | undefined;
  readonly backAtMs: number | undefined;
  readonly online: boolean;
  readonly stream: StreamState | undefined;
  readonly streamSinceMs: number;
  /** Why the camera is off, where it is paused at the camera and not by the owner. */
  readonly cameraPause: CameraPause | undefined;
  /** How well the camera's own connection carries the video. */
  readonly uplink: UplinkQuality;
  readonly lastCaptureUs: number | undefined;
  readonly frameAtMs: number | undefined;
  readonly frameMs: number;
  readonly latencyMs: number | undefined;
  readonly behind: boolean;
  /** How late the viewer wants the video to be, to have it smooth. */
  readonly heldMs: number;
  readonly paused: boolean;
  readonly unsupported: boolean;
  /** When the video could not be decoded last, and when it is tried again. */
  readonly damage: { readonly atMs: number; readonly againAtMs: number } | undefined;
  /** What the relay currently sends on this connection. */
  readonly delivery: DeliveryMode;
}

/** An event that changes the facts. */
export type WatchEvent =
  | { readonly type: 'connection'; readonly state: ConnectionState }
  | { readonly type: 'probed'; readonly probe: SocketProbe }
  | { readonly type: 'online'; readonly online: boolean }
  | {
      readonly type: 'stream';
      readonly state: StreamState;
      readonly lastCaptureUs: number | undefined;
      readonly condition?: StreamCondition;
    }
  | { readonly type: 'frame'; readonly latencyMs: number | undefined; readonly captureUs: number }
  | { readonly type: 'frame_rate'; readonly fps: number }
  | { readonly type: 'paused'; readonly paused: boolean }
  /** The page is visible again: the time in the background is no stall. */
  | { readonly type: 'visible' }
  | { readonly type: 'entry'; readonly entry: Entry }
  | { readonly type: 'held'; readonly ms: number }
  | { readonly type: 'unsupported' }
  | { readonly type: 'damaged'; readonly retryInMs: number }
  | { readonly type: 'delivery'; readonly mode: DeliveryMode };

/** A page that was opened at `nowMs`. */
export function initialFacts(nowMs: number, online: boolean): WatchFacts {
  return {
    entry: { kind: 'admitted' },
    connection: { kind: 'idle' },
    disconnectedSinceMs: nowMs,
    probe: 'lost',
    openSinceMs: undefined,
    backAtMs: undefined,
    online,
    stream: undefined,
    streamSinceMs: nowMs,
    cameraPause: undefined,
    uplink: 'fine',
    lastCaptureUs: undefined,
    frameAtMs: undefined,
    frameMs: 33,
    latencyMs: undefined,
    behind: false,
    heldMs: 0,
    paused: false,
    unsupported: false,
    damage: undefined,
    delivery: 'all',
  };
}

/** The facts after `event`. */
export function applyEvent(facts: WatchFacts, event: WatchEvent, nowMs: number): WatchFacts {
  switch (event.type) {
    case 'connection':
      return withConnection(facts, event.state, nowMs);
    case 'probed':
      return { ...facts, probe: event.probe };
    case 'online':
      return { ...facts, online: event.online };
    case 'stream':
      return {
        ...facts,
        stream: event.state,
        streamSinceMs: event.state === facts.stream ? facts.streamSinceMs : nowMs,
        lastCaptureUs: event.lastCaptureUs ?? facts.lastCaptureUs,
        cameraPause: pauseOf(event.condition),
        uplink: event.condition?.uplink ?? 'fine',
      };
    case 'frame':
      return withFrame(facts, event.latencyMs, event.captureUs, nowMs);
    case 'frame_rate':
      return { ...facts, frameMs: 1000 / event.fps };
    case 'paused':
      return { ...facts, paused: event.paused, frameAtMs: facts.frameAtMs && nowMs };
    case 'visible':
      return { ...facts, frameAtMs: facts.frameAtMs && nowMs };
    case 'entry':
      return withEntry(facts, event.entry, nowMs);
    case 'held':
      return { ...facts, heldMs: event.ms };
    case 'unsupported':
      return { ...facts, unsupported: true };
    case 'damaged':
      return { ...facts, damage: { atMs: nowMs, againAtMs: nowMs + event.retryInMs } };
    case 'delivery':
      return { ...facts, delivery: event.mode };
  }
}

function pauseOf(condition: StreamCondition | undefined): CameraPause | undefined {
  return condition?.paused === undefined
    ? undefined
    : { why: condition.paused, resumesAtUs: condition.resumes_at };
}

function withEntry(facts: WatchFacts, entry: Entry, nowMs: number): WatchFacts {
  const retryInMs = entry.kind === 'waiting' || entry.kind === 'password' ? entry.retryInMs : 0;
  return { ...facts, entry, backAtMs: retryInMs > 0 ? nowMs + retryInMs : undefined };
}

function withConnection(facts: WatchFacts, connection: ConnectionState, nowMs: number): WatchFacts {
  if (connection.kind === 'open') {
    return {
      ...facts,
      connection,
      openSinceMs: nowMs,
      probe: 'lost',
      backAtMs: undefined,
      stream: undefined,
      behind: false,
      latencyMs: undefined,
      delivery: 'all',
      uplink: 'fine',
    };
  }
  return {
    ...facts,
    connection,
    delivery: 'all',
    openSinceMs: undefined,
    disconnectedSinceMs: facts.connection.kind === 'open' ? nowMs : facts.disconnectedSinceMs,
    backAtMs: connection.kind === 'waiting' ? nowMs + connection.retryInMs : facts.backAtMs,
  };
}

function withFrame(
  facts: WatchFacts,
  latencyMs: number | undefined,
  captureUs: number,
  nowMs: number,
): WatchFacts {
  const lateMs = latencyMs === undefined ? 0 : latencyMs - facts.heldMs;
  const behind = lateMs > (facts.behind ? CAUGHT_UP_BELOW_MS : BEHIND_FROM_MS);
  return { ...facts, unsupported: false, frameAtMs: nowMs, latencyMs, behind, lastCaptureUs: captureUs };
}
