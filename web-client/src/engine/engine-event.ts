import type { Counters } from '../media/counters';
import type { ShownMode } from '../media/support';
import type { ConnectionState } from '../net/connection-state';
import type { ControlMessage } from '../protocol/message';
import type { VideoTrack } from '../protocol/track';
import type { Reception } from '../rtc/reception';
import type { Clocks } from './report';
import type { SoundStatus } from './sound-status';

/** A frame that has just come on screen. */
export interface ShownFrame {
  /** Its age when it was drawn, in milliseconds; undefined until both clocks are known. */
  readonly latencyMs: number | undefined;
  /** Capture time: relay's clock in microseconds, the agent's as long as the relay's is unknown. */
  readonly captureUs: number;
  readonly width: number;
  readonly height: number;
  /** Frames shown since the page was opened, this one included. */
  readonly count: number;
}

/** Events of an engine. */
export type EngineEvent =
  | { readonly type: 'connection'; readonly state: ConnectionState }
  | { readonly type: 'message'; readonly message: ControlMessage }
  | { readonly type: 'frame'; readonly frame: ShownFrame }
  /** Mount `element` in the player; it replaces an earlier one. */
  | { readonly type: 'mode'; readonly mode: ShownMode; readonly element: HTMLElement }
  /** The browser plays nothing of this kind. Frames may still come when the stream changes. */
  | { readonly type: 'unsupported' }
  /** The video could not be decoded; it is tried again after that many milliseconds, from a key frame on. */
  | { readonly type: 'damaged'; readonly retryInMs: number }
  /** The browser wants a click before it plays. */
  | { readonly type: 'blocked' }
  /** Another track is shown from now on. */
  | { readonly type: 'track'; readonly track: VideoTrack }
  | { readonly type: 'sound'; readonly sound: SoundStatus }
  /** What the peer connection has received; undefined without one. */
  | { readonly type: 'reception'; readonly reception: Reception | undefined }
  | { readonly type: 'clocks'; readonly clocks: Clocks }
  | { readonly type: 'counters'; readonly counters: Counters; readonly reconnects: number };
