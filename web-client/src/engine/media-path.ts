import type { Counters } from '../media/counters';
import { KeyframeGate } from '../media/keyframe-gate';
import { isPlayable, keepUnchanged } from '../media/renditions';
import { TrackChoice } from '../media/track-choice';
import type { VideoSink } from '../media/video-sink';
import type { MediaMessage } from '../protocol/media';
import type { DroppedDisposable, Tracks } from '../protocol/stream-message';
import type { AudioTrack, Track, VideoTrack } from '../protocol/track';

/** Takes the sound of the camera. */
export interface SoundTaker {
  /** The tracks of the publication, or of another one. */
  announce(tracks: readonly Track[]): void;
  /** Whether access units of that track are the sound of this page. */
  takes(track: Track): track is AudioTrack;
  push(track: AudioTrack, message: MediaMessage): void;
}

/** The path of an access unit: gate ► choice of track ► sink, or the sound's own path. Lives as long as the page, across sockets. */
export class MediaPath {
  readonly #counters: Counters;
  readonly #onTrack: (track: VideoTrack) => void;
  readonly #choice = new TrackChoice();
  readonly #sound: SoundTaker;
  #sink: VideoSink;
  #epoch: number | undefined;
  #gates: ReadonlyMap<Track, KeyframeGate> = new Map();
  #configured: VideoTrack | undefined;

  /** @param onTrack called with the track on screen, before its first access unit goes there */
  constructor(sink: VideoSink, sound: SoundTaker, counters: Counters, onTrack: (track: VideoTrack) => void) {
    this.#sink = sink;
    this.#sound = sound;
    this.#counters = counters;
    this.#onTrack = onTrack;
  }

  /** New tracks or a new publication: tracks that changed wait for a key frame. */
  announce({ epoch, tracks }: Tracks): void {
    if (epoch !== this.#epoch) {
      this.#epoch = epoch;
      this.#gates = new Map();
      this.#configured = undefined;
    }
    const known = keepUnchanged([...this.#gates.keys()], tracks);
    this.#gates = new Map(known.map((track) => [track, this.#gates.get(track) ?? new KeyframeGate(epoch)]));
    this.#choice.announce(known);
    this.#sound.announce(known);
  }

  /** The relay dropped only disposable access units before that one. */
  droppedBefore({ track, sequence }: DroppedDisposable): void {
    this.#find(track)?.gate.droppedBefore(sequence);
  }

  /** Takes the next access unit in order of arrival. */
  push(message: MediaMessage): void {
    this.#counters.received++;
    this.#counters.receivedBytes += message.payload.length;
    const found = this.#find(message.track);
    if (found === undefined) {
      this.#counters.ignored++;
    } else if (isPlayable(found.track) || this.#sound.takes(found.track)) {
      this.#judge(message, found);
    } else {
      this.#counters.unplayable++;
    }
  }

  /**
   * The relay sends media again, on a new socket or after a pause: it begins with the newest GOP in one burst, whose sequence and
   * capture times may lie before what came last. No frame may refer to one from before.
   */
  restarted(): void {
    this.#closeGates();
    this.#sink.expectBurst();
  }

  /** Continues with another sink, from the next key frame. */
  replaceSink(sink: VideoSink): void {
    this.#sink.close();
    this.#sink = sink;
    this.#configured = undefined;
    this.#closeGates();
  }

  #find(id: number): { readonly track: Track; readonly gate: KeyframeGate } | undefined {
    for (const [track, gate] of this.#gates) {
      if (track.id === id) {
        return { track, gate };
      }
    }
    return undefined;
  }

  #judge(
    message: MediaMessage,
    { track, gate }: { readonly track: Track; readonly gate: KeyframeGate },
  ): void {
    switch (gate.judge(message)) {
      case 'waiting_for_key':
        this.#counters.heldForKey++;
        return;
      case 'encrypted':
        this.#counters.unplayable++;
        return;
      case 'other_epoch':
        this.#counters.ignored++;
        return;
      case 'pass':
        if (this.#sound.takes(track)) {
          this.#sound.push(track, message);
        } else if (this.#choice.takes(message.track, message.key)) {
          this.#show(message);
        } else {
          this.#counters.ignored++;
        }
    }
  }

  #closeGates(): void {
    for (const gate of this.#gates.values()) {
      gate.close();
    }
  }

  #show(message: MediaMessage): void {
    const track = this.#choice.active;
    if (track !== undefined && track !== this.#configured) {
      this.#begin(track);
      this.#onTrack(track);
    }
    this.#sink.push(message);
  }

  #begin(track: VideoTrack): void {
    if (this.#configured === undefined) {
      this.#sink.configure(track);
    } else {
      this.#sink.switchTo(track);
    }
    this.#configured = track;
  }
}
