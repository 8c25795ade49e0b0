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

/** What a player is told about the stream: no agent at all, paused by the owner, or the agent's source state. */
export type StreamState = 'offline' | 'paused' | SourceState;

/** What somebody may do in a camera's chat; each includes the ones before it. */
export type Role = 'watcher' | 'chatter' | 'moderator' | 'owner';

/** Stands beside the name of somebody who looks after a chat; given by the relay only. */
export type Badge = 'moderator' | 'owner';

/** Who may write links in a chat. */
export type ChatLinks = 'all' | 'moderators';

/** What became of a moderator's act. */
export type ModerationResult = 'done' | 'not_allowed' | 'unknown' | 'too_fast' | 'unavailable';

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
  readonly tracks: readonly number[];
}

/** Which rendition a player wants; `auto` is the small one while the connection is too slow for the full one. */
export type Quality = 'auto' | 'main' | 'low';

/** How much a few dozen milliseconds matter to a player. */
export type LatencyWish = 'low' | 'normal';

/** What a slow player is still sent, from everything down to almost nothing. */
export type DeliveryMode = 'all' | 'no_disposable' | 'low' | 'key_frames' | 'still';

export interface Prefer {
  readonly type: 'prefer';
  readonly quality: Quality;
  readonly latency: LatencyWish;
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
export interface KeyFrameRequest {
  readonly type: 'key_frame_request';
  readonly track: number;
}
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

/** One line of the chat, as it is told. */
export interface ChatLine {
  readonly seq: number;
  readonly time: number;
  readonly person: string;
  readonly name: string;
  readonly text: string;
  readonly badge?: Badge;
}
export interface Chat extends ChatLine {
  readonly type: 'chat';
}
export interface ChatRemoved {
  readonly type: 'chat_removed';
  readonly seq: number;
}
export interface ChatRestored extends ChatLine {
  readonly type: 'chat_restored';
}
export interface ChatMode {
  readonly type: 'chat_mode';
  /** Least time between two lines of one person, 0–300 s; 0 is off. */
  readonly slow_seconds: number;
  readonly links: ChatLinks;
}
export interface ChatSilenced {
  readonly type: 'chat_silenced';
  /** The relay's clock, µs; absent when it is lifted. */
  readonly until?: number;
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

/** What a moderator may do. */
export type ModerationAct =
  | { readonly act: 'remove' | 'restore'; readonly seq: number }
  | { readonly act: 'timeout'; readonly person: string; readonly seconds: number }
  | { readonly act: 'ban' | 'unban'; readonly person: string }
  | { readonly act: 'slow'; readonly seconds: number }
  | { readonly act: 'links'; readonly links: ChatLinks };

export type Moderate = { readonly type: 'moderate'; readonly client_id: string } & ModerationAct;

export interface Moderated {
  readonly type: 'moderated';
  readonly client_id: string;
  readonly result: ModerationResult;
}
export interface Enroll {
  readonly type: 'enroll';
  readonly public_key: string;
  readonly server_key: string;
  readonly signature: string;
  readonly agent: string;
  readonly host: string;
}
export interface Pending {
  readonly type: 'pending';
  readonly code: string;
  readonly lifetime_ms: number;
}
export interface RotateKey {
  readonly type: 'rotate_key';
  readonly nonce: string;
  readonly time: number;
}
export interface NewKey {
  readonly type: 'new_key';
  readonly public_key: string;
  readonly server_key: string;
  readonly signature: string;
}
export interface KeyAccepted {
  readonly type: 'key_accepted';
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
  | Enroll
  | Pending
  | RotateKey
  | NewKey
  | KeyAccepted
  | Accepted
  | Tracks
  | Source
  | Demand
  | Prefer
  | Delivery
  | LeftOut
  | KeyFrameRequest
  | Watch
  | Welcome
  | Stream
  | Clock
  | Viewers
  | Chat
  | ChatRemoved
  | ChatRestored
  | ChatMode
  | ChatSilenced
  | ChatReady
  | ChatSend
  | ChatAccepted
  | ChatRefused
  | Rename
  | Renamed
  | RenameRefused
  | Moderate
  | Moderated;

/** What a player may say to a relay. */
export type PlayerMessage = TimeRequest | TimeReply | Ack | Watch | Prefer | ChatSend | Rename | Moderate;
