import type { SourceState } from './agent-message';
import type { Role } from './chat-message';

/** What a track carries. */
export type TrackKind = 'video' | 'audio';

/** Which rendition a track is: the full one or the small one. */
export type TrackName = 'main' | 'low';

/** One track of a publication, as the agent announced it. */
export interface Track {
  readonly id: number;
  readonly kind: TrackKind;
  /** RFC 6381 codec string, such as `avc1.42C01F`. */
  readonly codec: string;
  /** Decoder configuration record in base64 (avcC for `avc1`). */
  readonly config?: string;
  readonly width?: number;
  readonly height?: number;
  readonly fps?: number;
  readonly name: TrackName;
}

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

/** What a slow player is still sent, from everything down to almost nothing. */
export type DeliveryMode = 'all' | 'no_disposable' | 'low' | 'key_frames' | 'still';

export interface Watch {
  readonly type: 'watch';
  readonly camera: string;
  readonly key?: string;
  readonly person?: string;
  readonly chat_since?: number;
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
}
export interface Prefer {
  readonly type: 'prefer';
  readonly quality: Quality;
  readonly latency: LatencyWish;
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
