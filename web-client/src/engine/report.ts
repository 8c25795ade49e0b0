import type { Counters } from '../media/counters';
import type { Segment } from '../media/segment';
import type { ConnectionState } from '../net/connection-state';
import type { ControlMessage } from '../protocol/message';
import type { VideoTrack } from '../protocol/track';
import type { SoundStats } from './sound-status';

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
  | { readonly type: 'sound'; readonly stats: SoundStats }
  /** This browser does not decode sound of that codec. */
  | { readonly type: 'sound_unplayable'; readonly codec: string }
  /** The sound inside the segments has ended, or has come back: a video element cannot go on without a rebuild. */
  | { readonly type: 'sound_flowing'; readonly flowing: boolean }
  | { readonly type: 'counters'; readonly counters: Counters; readonly reconnects: number }
  | { readonly type: 'snapshot'; readonly id: number; readonly blob: Blob | undefined };
