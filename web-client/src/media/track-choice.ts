import type { Track } from '../protocol/message';

const SILENCE_MS = 700;

/** Picks which video track is shown: `main` when it comes, `low` while the relay sends only that. */
export class TrackChoice {
  readonly #videos: readonly Track[];
  #active: Track | undefined;
  #lastArrivalMs = Number.NEGATIVE_INFINITY;

  constructor(tracks: readonly Track[]) {
    this.#videos = tracks.filter((track) => track.kind === 'video');
  }

  /** The track shown now, undefined before the first key frame. */
  get active(): Track | undefined {
    return this.#active;
  }

  /** The track whose shape the page reserves room for. */
  get preferred(): Track | undefined {
    return this.#videos.find((track) => track.name === 'main') ?? this.#videos[0];
  }

  /** Whether the access unit belongs on screen; a key frame may make its track the active one. */
  takes(trackId: number, key: boolean, nowMs: number): boolean {
    const track = this.#videos.find((candidate) => candidate.id === trackId);
    if (track === undefined) {
      return false;
    }
    if (track !== this.#active && key && this.#mayTakeOver(track, nowMs)) {
      this.#active = track;
    }
    if (track !== this.#active) {
      return false;
    }
    this.#lastArrivalMs = nowMs;
    return true;
  }

  #mayTakeOver(track: Track, nowMs: number): boolean {
    return this.#active === undefined || track === this.preferred || nowMs - this.#lastArrivalMs > SILENCE_MS;
  }
}
