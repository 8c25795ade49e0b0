import type { SourceState } from './agent-message';
import type { Role } from './chat-message';
import type { Track } from './track';

export interface Tracks {
  readonly type: 'tracks';
  readonly epoch: number;
  readonly tracks: readonly Track[];
}

/** What a player is told about the stream: no agent at all, paused by the owner, or the agent's source state. */
export type StreamState = 'offline' | 'paused' | SourceState;

/** Which rendition a player wants; `auto` is the small one while the connection is too slow for the full one. */
export type Quality = 'auto' | 'main' | 'low';

/** How much a few dozen milliseconds matter to a player. */
export type LatencyWish = 'low' | 'normal';

/** Whether a player wants media at all: a hidden or paused page wants `none` and keeps the chat. */
export type MediaSelection = 'all' | 'none';

/** What a slow player is still sent, from everything down to almost nothing. */
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
  /** Optional parts of the protocol the relay knows; none when absent. */
  readonly features?: readonly string[];
}
export interface Prefer {
  readonly type: 'prefer';
  readonly quality: Quality;
  readonly latency: LatencyWish;
  /** `all` when absent. */
  readonly media?: MediaSelection;
}
export interface Stream {
  readonly type: 'stream';
  readonly state: StreamState;
  readonly last_capture?: number;
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
export interface LeftOut {
  readonly type: 'left_out';
  readonly track: number;
  readonly sequence: number;
}
export interface Viewers {
  readonly type: 'viewers';
  readonly count: number;
}

/** What is said of the stream and for watching it. */
export type StreamMessage = Tracks | Watch | Welcome | Prefer | Stream | Clock | Delivery | LeftOut | Viewers;
