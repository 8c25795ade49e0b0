import type { MediaMessage } from '../protocol/media';
import type { AudioTrack } from '../protocol/track';

/** Consumer of the access units of the camera's sound, in order of arrival. */
export interface SoundSink {
  /** Takes the next one, which belongs to `track`. */
  push(track: AudioTrack, message: MediaMessage): void;
  close(): void;
}
