import type { MediaMessage } from '../protocol/media';
import type { VideoTrack } from '../protocol/track';

/** Consumer of the access units that passed the gate; called in decoding order by one thread. */
export interface VideoSink {
  /** The next access unit belongs to `track`, is a key frame, and does not continue what came before. */
  configure(track: VideoTrack): void;
  /** Continues with another rendition: the next access unit is the first key frame of `track`, on the same clock. */
  switchTo(track: VideoTrack): void;
  push(message: MediaMessage): void;
  /** Media restarts: the relay sends its newest GOP in one burst. */
  expectBurst(): void;
  /** Whether the page is visible: while it is not, nothing is drawn, and missed frames are never replayed. */
  setShown(shown: boolean): void;
  close(): void;
}
