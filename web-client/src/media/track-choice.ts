import type { Track, VideoTrack } from '../protocol/track';
import { isPlayable } from './renditions';

/** Follows the relay's choice among the video tracks: it sends one at a time, and the key frame of another takes over. */
export class TrackChoice {
  #videos: readonly VideoTrack[] = [];
  #active: VideoTrack | undefined;

  /** The track shown now, undefined before the first key frame. */
  get active(): VideoTrack | undefined {
    return this.#active;
  }

  /** Chooses among the playable ones of `tracks` from now on; the active one stays if it is one of them. */
  announce(tracks: readonly Track[]): void {
    this.#videos = tracks.filter(isPlayable);
    this.#active = this.#videos.find((track) => track === this.#active);
  }

  /** Whether the access unit belongs on screen. */
  takes(trackId: number, key: boolean): boolean {
    const track = this.#videos.find((candidate) => candidate.id === trackId);
    if (track !== undefined && key) {
      this.#active = track;
    }
    return track !== undefined && track === this.#active;
  }
}
