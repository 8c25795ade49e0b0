import type { ConnectionState } from '../net/connection-state';
import type { DeliveryMode, StreamState } from '../protocol/stream-message';
import type { Entry } from './entry-state';

const BEHIND_FROM_MS = 2000;
const CAUGHT_UP_BELOW_MS = 1200;

/** What has happened so far, as far as it decides about the state of the page. Times in ms of the page's clock. */
export interface WatchFacts {
  readonly entry: Entry;
  readonly connection: ConnectionState;
  /** When the socket was last lost, or the page opened. */
  readonly apartSinceMs: number;
  readonly openSinceMs: number | undefined;
  readonly backAtMs: number | undefined;
  readonly online: boolean;
  readonly stream: StreamState | undefined;
  readonly streamSinceMs: number;
  readonly lastTakenUs: number | undefined;
  readonly pictureAtMs: number | undefined;
  readonly frameMs: number;
  readonly latencyMs: number | undefined;
  readonly behind: boolean;
  readonly paused: boolean;
  readonly unsupported: boolean;
  /** What the relay sends this connection. */
  readonly delivery: DeliveryMode;
}

/** Something that happened. */
export type WatchEvent =
  | { readonly type: 'connection'; readonly state: ConnectionState }
  | { readonly type: 'online'; readonly online: boolean }
  | { readonly type: 'stream'; readonly state: StreamState; readonly lastTakenUs: number | undefined }
  | { readonly type: 'picture'; readonly latencyMs: number | undefined; readonly takenUs: number }
  | { readonly type: 'frame_rate'; readonly fps: number }
  | { readonly type: 'paused'; readonly paused: boolean }
  /** The page can be seen again: what was not drawn meanwhile is no stall. */
  | { readonly type: 'visible' }
  | { readonly type: 'entry'; readonly entry: Entry }
  | { readonly type: 'unsupported' }
  | { readonly type: 'delivery'; readonly mode: DeliveryMode };

/** A page that was opened at `nowMs`. */
export function initialFacts(nowMs: number, online: boolean): WatchFacts {
  return {
    entry: { kind: 'admitted' },
    connection: { kind: 'idle' },
    apartSinceMs: nowMs,
    openSinceMs: undefined,
    backAtMs: undefined,
    online,
    stream: undefined,
    streamSinceMs: nowMs,
    lastTakenUs: undefined,
    pictureAtMs: undefined,
    frameMs: 33,
    latencyMs: undefined,
    behind: false,
    paused: false,
    unsupported: false,
    delivery: 'all',
  };
}

/** The facts after `event`. */
export function learn(facts: WatchFacts, event: WatchEvent, nowMs: number): WatchFacts {
  switch (event.type) {
    case 'connection':
      return withConnection(facts, event.state, nowMs);
    case 'online':
      return { ...facts, online: event.online };
    case 'stream':
      return {
        ...facts,
        stream: event.state,
        streamSinceMs: event.state === facts.stream ? facts.streamSinceMs : nowMs,
        lastTakenUs: event.lastTakenUs ?? facts.lastTakenUs,
      };
    case 'picture':
      return withPicture(facts, event.latencyMs, event.takenUs, nowMs);
    case 'frame_rate':
      return { ...facts, frameMs: 1000 / event.fps };
    case 'paused':
      return { ...facts, paused: event.paused, pictureAtMs: facts.pictureAtMs && nowMs };
    case 'visible':
      return { ...facts, pictureAtMs: facts.pictureAtMs && nowMs };
    case 'entry':
      return withEntry(facts, event.entry, nowMs);
    case 'unsupported':
      return { ...facts, unsupported: true };
    case 'delivery':
      return { ...facts, delivery: event.mode };
  }
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
      backAtMs: undefined,
      stream: undefined,
      behind: false,
      latencyMs: undefined,
      delivery: 'all',
    };
  }
  return {
    ...facts,
    connection,
    delivery: 'all',
    openSinceMs: undefined,
    apartSinceMs: facts.connection.kind === 'open' ? nowMs : facts.apartSinceMs,
    backAtMs: connection.kind === 'waiting' ? nowMs + connection.retryInMs : facts.backAtMs,
  };
}

function withPicture(
  facts: WatchFacts,
  latencyMs: number | undefined,
  takenUs: number,
  nowMs: number,
): WatchFacts {
  const behind = latencyMs !== undefined && latencyMs > (facts.behind ? CAUGHT_UP_BELOW_MS : BEHIND_FROM_MS);
  return { ...facts, pictureAtMs: nowMs, latencyMs, behind, lastTakenUs: takenUs };
}
