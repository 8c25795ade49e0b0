import type { MediaMessage } from '../protocol/media';
import type { VideoTrack } from '../protocol/track';

/** Where access units go that passed the gate; called in decoding order by one thread. */
export interface VideoSink {
  /** The next access unit belongs to `track`, is a key frame, and has nothing to do with what came before. */
  configure(track: VideoTrack): void;
  /** The same pictures go on in another shape: the next access unit is the first key frame of `track`, by the same clock. */
  switchTo(track: VideoTrack): void;
  push(message: MediaMessage): void;
  /** A new socket: the relay sends its newest group of pictures in one burst. */
  expectBurst(): void;
  /** Whether anybody looks: while false nothing is drawn, and what was missed is never replayed. */
  setShown(shown: boolean): void;
  close(): void;
}
