import type { Counters } from '../media/counters';
import type { Segment } from '../media/segment';
import type { ConnectionState } from '../net/connection-state';
import type { ControlMessage } from '../protocol/message';
import type { VideoTrack } from '../protocol/track';

/** Offsets from our clock and the agent's to the relay's, in microseconds, with their round-trip times. */
export interface Clocks {
  readonly pageToRelayUs?: number;
  readonly roundTripUs?: number;
  readonly agentToRelayUs?: number;
  readonly agentRoundTripUs?: number;
}

/** Messages from the engine's worker to the page. */
export type Report =
  | Segment
  | { readonly type: 'connection'; readonly state: ConnectionState }
  | { readonly type: 'message'; readonly message: ControlMessage }
  | { readonly type: 'clocks'; readonly clocks: Clocks }
  /** Another track is shown from now on. */
  | { readonly type: 'track'; readonly track: VideoTrack }
  | {
      readonly type: 'drawn';
      readonly captureUs: number;
      readonly atUs: number;
      readonly width: number;
      readonly height: number;
    }
  /** An access unit could not be decoded; the next key frame is waited for. */
  | { readonly type: 'damaged' }
  | { readonly type: 'cannot_decode' }
  | { readonly type: 'counters'; readonly counters: Counters; readonly reconnects: number }
  | { readonly type: 'snapshot'; readonly id: number; readonly blob: Blob | undefined };
