import type { SoundTaker } from '../engine/media-path';
import type { VideoSink } from '../media/video-sink';
import type { MediaMessage } from '../protocol/media';
import type { VideoTrack } from '../protocol/track';

/** A sound path for streams without sound. */
export const NO_SOUND_PATH: SoundTaker = {
  announce: () => undefined,
  takes: (_): _ is never => false,
  push: () => undefined,
};

/** A sink that lists what it is given. */
export class ListSink implements VideoSink {
  readonly shown: (number | string)[] = [];
  configure(track: VideoTrack): void {
    this.shown.push(track.codec);
  }
  switchTo(track: VideoTrack): void {
    this.shown.push(`on with ${track.name}`);
  }
  push(message: MediaMessage): void {
    this.shown.push(message.sequence);
  }
  expectBurst(): void {
    this.shown.push('burst');
  }
  setShown(): void {
    this.shown.push('shown');
  }
  close(): void {
    this.shown.push('closed');
  }
}
