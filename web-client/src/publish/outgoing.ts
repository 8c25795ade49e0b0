import { MAX_U32 } from '../protocol/limits';
import type { MediaHeader } from '../protocol/media';
import type { Tracks } from '../protocol/stream-message';
import type { Track } from '../protocol/track';
import type { Unit } from './unit';

/** Track ids of this page; the main rendition begins each epoch. */
export const TRACK = { main: 0, low: 1, sound: 2 } as const;

/** Where what goes out is handed to. */
export interface OutgoingSink {
  announce(tracks: Tracks): void;
  send(header: MediaHeader, payload: Uint8Array<ArrayBuffer>): void;
  /** The track has to go on with a key frame. */
  needKeyFrame(track: number): void;
}

/**
 * Announces tracks and numbers their units. An epoch begins with a key frame of the main rendition: after {@link begin}, and when a track
 * is added or removed. Units that come before are dropped.
 */
export class Outgoing {
  readonly #sink: OutgoingSink;
  readonly #tracks = new Map<number, Track>();
  readonly #sequences = new Map<number, number>();
  #epoch: number;
  #running = false;

  /** Epochs count on from `firstEpoch`. */
  constructor(firstEpoch: number, sink: OutgoingSink) {
    this.#epoch = firstEpoch % (MAX_U32 + 1);
    this.#sink = sink;
  }

  /** Whether units are sent: the epoch has begun. */
  get running(): boolean {
    return this.#running;
  }

  /** The next key frame of the main rendition begins a new epoch. */
  begin(): void {
    this.#running = false;
    this.#sink.needKeyFrame(TRACK.main);
  }

  /** Adds a track, or changes its parameters; its next unit has them. */
  setTrack(track: Track): void {
    const known = this.#tracks.has(track.id);
    this.#tracks.set(track.id, track);
    if (this.#running && known) {
      this.#announce();
    } else if (this.#running) {
      this.begin();
    }
  }

  /** Removes a track, if it is there. */
  removeTrack(id: number): void {
    if (this.#tracks.delete(id) && this.#running) {
      this.begin();
    }
  }

  /** Sends a unit, or drops it when the epoch or its track cannot begin with it. */
  unit(id: number, unit: Unit): void {
    if (!this.#running && id === TRACK.main && unit.key) {
      this.#start();
    }
    if (!this.#running || !this.#tracks.has(id) || (!unit.key && !this.#sequences.has(id))) {
      return;
    }
    const sequence = this.#sequences.get(id) ?? 0;
    this.#sequences.set(id, sequence === MAX_U32 ? 0 : sequence + 1);
    this.#sink.send(this.#header(id, sequence, unit), unit.payload);
  }

  #start(): void {
    this.#epoch = this.#epoch === MAX_U32 ? 0 : this.#epoch + 1;
    this.#running = true;
    this.#sequences.clear();
    this.#announce();
    if (this.#tracks.has(TRACK.low)) {
      this.#sink.needKeyFrame(TRACK.low);
    }
  }

  #announce(): void {
    const tracks = [...this.#tracks.values()].sort((one, other) => one.id - other.id);
    this.#sink.announce({ type: 'tracks', epoch: this.#epoch, tracks });
  }

  #header(track: number, sequence: number, { kind, key, captureUs }: Unit): MediaHeader {
    return {
      kind,
      key,
      disposable: false,
      encrypted: false,
      discontinuity: false,
      track,
      layer: 0,
      sequence,
      captureTime: captureUs,
      epoch: this.#epoch,
      presentationOffset: 0,
    };
  }
}
