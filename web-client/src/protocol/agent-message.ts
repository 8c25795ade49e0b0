import type { StreamCondition } from './stream-condition';

/** What the camera does; `detail` is for its owner only. */
export type SourceState = 'asleep' | 'starting' | 'live' | 'failed';

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
  /** Optional parts of the protocol the agent knows; none when absent. */
  readonly features?: readonly string[];
}
/** First message of a page that publishes. */
export interface Publish {
  readonly type: 'publish';
  readonly key: string;
  readonly agent: string;
  /** Optional parts of the protocol the page knows; none when absent. */
  readonly features?: readonly string[];
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
export interface Accepted {
  readonly type: 'accepted';
  readonly camera: string;
  /** Optional parts of the protocol the relay knows; none when absent. */
  readonly features?: readonly string[];
}
export interface Source extends StreamCondition {
  readonly type: 'source';
  readonly state: SourceState;
  readonly detail?: string;
}
/** One of those who watch, for the people at the camera. */
export interface NamedViewer {
  readonly way: 'link' | 'visitor' | 'owner';
  readonly label?: string;
  readonly name?: string;
  readonly player?: string;
}
export interface Demand {
  readonly type: 'demand';
  readonly viewers: number;
  readonly readers?: number;
  readonly tracks: readonly number[];
  /** Who watches, those who came first; absent where the relay does not say. */
  readonly watching?: readonly NamedViewer[];
}
export interface KeyFrameRequest {
  readonly type: 'key_frame_request';
  readonly track: number;
}

/** Messages between agents and relays only. */
export type AgentMessage =
  | Challenge
  | Authenticate
  | Publish
  | Join
  | Joined
  | Enroll
  | Pending
  | RotateKey
  | NewKey
  | KeyAccepted
  | Accepted
  | Source
  | Demand
  | KeyFrameRequest
  | Share
  | Shared
  | ShareRefused;
export interface Share {
  readonly type: 'share';
  readonly client_id: string;
}
export interface Shared {
  readonly type: 'shared';
  readonly client_id: string;
  readonly url: string;
  readonly lifetime_ms: number;
}
export interface ShareRefused {
  readonly type: 'share_refused';
  readonly client_id: string;
  readonly reason: 'off' | 'too_many' | 'unavailable';
}
