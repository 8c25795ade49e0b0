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

/** What the camera does; `detail` is for its owner only. */
export type SourceState = 'asleep' | 'starting' | 'live' | 'failed';

/** What a player is told about the stream: no agent at all, or the agent's source state. */
export type StreamState = 'offline' | SourceState;

export interface TimeRequest {
  readonly type: 'time_request';
  readonly t0: number;
}
export interface TimeReply {
  readonly type: 'time_reply';
  readonly t0: number;
  readonly t1: number;
  readonly t2: number;
}
export interface Ack {
  readonly type: 'ack';
  readonly track: number;
  readonly sequence: number;
}
export interface Goodbye {
  readonly type: 'goodbye';
  readonly reason: string;
  readonly retry_after_ms?: number;
}
export interface Challenge {
  readonly type: 'challenge';
  readonly relay: string;
  readonly nonce: string;
  readonly time: number;
}
export interface Authenticate {
  readonly type: 'authenticate';
  readonly device: string;
  readonly server_key: string;
  readonly signature: string;
  readonly agent: string;
}
export interface Join {
  readonly type: 'join';
  readonly code: string;
  readonly secret: string;
  readonly public_key: string;
  readonly server_key: string;
  readonly signature: string;
  readonly agent: string;
}
export interface Joined {
  readonly type: 'joined';
  readonly device: string;
  readonly camera: string;
}
export interface Accepted {
  readonly type: 'accepted';
  readonly camera: string;
}
export interface Tracks {
  readonly type: 'tracks';
  readonly epoch: number;
  readonly tracks: readonly Track[];
}
export interface Source {
  readonly type: 'source';
  readonly state: SourceState;
  readonly detail?: string;
}
export interface Demand {
  readonly type: 'demand';
  readonly viewers: number;
}
export interface KeyFrameRequest {
  readonly type: 'key_frame_request';
  readonly track: number;
}
export interface Watch {
  readonly type: 'watch';
  readonly camera: string;
  readonly key: string;
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
  readonly token: string;
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
export interface Viewers {
  readonly type: 'viewers';
  readonly count: number;
}
export interface Chat {
  readonly type: 'chat';
  readonly seq: number;
  readonly time: number;
  readonly person: string;
  readonly name: string;
  readonly text: string;
}
export interface ChatReady {
  readonly type: 'chat_ready';
  readonly last: number;
  readonly gap: number;
}
export interface ChatSend {
  readonly type: 'chat_send';
  readonly client_id: string;
  readonly text: string;
}
export interface ChatAccepted {
  readonly type: 'chat_accepted';
  readonly client_id: string;
  readonly seq: number;
}
export interface ChatRefused {
  readonly type: 'chat_refused';
  readonly client_id: string;
  readonly reason: string;
  readonly retry_after_ms?: number;
}
export interface Rename {
  readonly type: 'rename';
  readonly name: string;
}
export interface Renamed {
  readonly type: 'renamed';
  readonly person: string;
  readonly name: string;
}
export interface RenameRefused {
  readonly type: 'rename_refused';
  readonly reason: string;
  readonly retry_after_ms?: number;
}

/** Every control message of version 1, whoever sends it. */
export type ControlMessage =
  | TimeRequest
  | TimeReply
  | Ack
  | Goodbye
  | Challenge
  | Authenticate
  | Join
  | Joined
  | Accepted
  | Tracks
  | Source
  | Demand
  | KeyFrameRequest
  | Watch
  | Welcome
  | Stream
  | Clock
  | Viewers
  | Chat
  | ChatReady
  | ChatSend
  | ChatAccepted
  | ChatRefused
  | Rename
  | Renamed
  | RenameRefused;

/** What a player may say to a relay. */
export type PlayerMessage = TimeRequest | TimeReply | Ack | Watch | ChatSend | Rename;
