import type { SourceState } from './agent-message';
import type { Role } from './chat-message';
import type { StreamCondition } from './stream-condition';
import type { Track } from './track';

export interface Tracks {
  readonly type: 'tracks';
  readonly epoch: number;
  readonly tracks: readonly Track[];
}

/** The stream as a player sees it: no agent connected, paused by the owner, or the agent's source state. */
export type StreamState = 'offline' | 'paused' | SourceState;

/** The rendition a player asks for; `auto` is the small one while the connection is too slow for the full one. */
export type Quality = 'auto' | 'main' | 'low';

/** Whether a player prefers the lowest latency over merged sends. */
export type LatencyPreference = 'low' | 'normal';

/** The media a player wants: a hidden or paused page wants `none` and keeps the chat, or `audio` while its sound is on. */
export type MediaSelection = 'all' | 'audio' | 'none';

/** What the relay still sends to a slow player, from everything down to single key frames. */
export type DeliveryMode = 'all' | 'no_disposable' | 'low' | 'key_frames' | 'still';

export interface Watch {
  readonly type: 'watch';
  readonly camera: string;
  readonly key?: string;
  readonly person?: string;
  readonly chat_since?: number;
  /** Optional parts of the protocol this side knows; none when absent. */
  readonly features?: readonly string[];
}
export interface Welcome {
  readonly type: 'welcome';
  readonly camera: string;
  readonly title: string;
  readonly relay: string;
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly token: string;
  /**
   * Optional parts of the protocol the relay knows; none when absent. With `ptz` this viewer may move the camera's head; with
   * `rewind` it may see what was recorded; with `watching` the people at the camera are shown who watches.
   */
  readonly features?: readonly string[];
}
export interface Prefer {
  readonly type: 'prefer';
  readonly quality: Quality;
  readonly latency: LatencyPreference;
  /** `all` when absent. */
  readonly media?: MediaSelection;
}
export interface Stream extends StreamCondition {
  readonly type: 'stream';
  readonly state: StreamState;
  readonly last_capture?: number;
  /** Whether the relay records the camera now; not when absent. */
  readonly recording?: boolean;
}
export interface Clock {
  readonly type: 'clock';
  readonly offset: number;
  readonly round_trip: number;
}
export interface Delivery {
  readonly type: 'delivery';
  readonly mode: DeliveryMode;
}
/** Only disposable access units were dropped on this track before that sequence number. */
export interface DroppedDisposable {
  readonly type: 'dropped';
  readonly track: number;
  readonly sequence: number;
}
export interface Viewers {
  readonly type: 'viewers';
  readonly count: number;
}

/** Messages about the stream and watching it. */
export type StreamMessage =
  | Tracks
  | Watch
  | Welcome
  | Prefer
  | Stream
  | Clock
  | Delivery
  | DroppedDisposable
  | Viewers;
