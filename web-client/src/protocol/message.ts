import type { AgentMessage } from './agent-message';
import type { ChatMessage, ChatSend, Moderate, React, Rename } from './chat-message';
import type { HeadMessage, Ptz } from './head-message';
import type { Prefer, StreamMessage, Watch } from './stream-message';

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
  /** By what the log of the relay names this session. */
  readonly request?: string;
}

export interface Reconnect {
  readonly type: 'reconnect';
  readonly spread_ms: number;
}

/** Every control message of version 1, of all senders. */
export type ControlMessage =
  | TimeRequest
  | TimeReply
  | Ack
  | Goodbye
  | Reconnect
  | AgentMessage
  | StreamMessage
  | ChatMessage
  | HeadMessage;

/** What a player may send to a relay. */
export type PlayerMessage =
  | TimeRequest
  | TimeReply
  | Ack
  | Watch
  | Prefer
  | ChatSend
  | React
  | Rename
  | Moderate
  | Ptz;
