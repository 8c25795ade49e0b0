import type { Counters } from '../media/counters';
import { KeyframeGate } from '../media/keyframe-gate';
import { keepUnchanged } from '../media/renditions';
import { TrackChoice } from '../media/track-choice';
import type { VideoSink } from '../media/video-sink';
import type { MediaMessage } from '../protocol/media';
import type { LeftOut, Track, Tracks } from '../protocol/stream-message';

/** The way of an access unit: gate ► choice of track ► sink. Lives as long as the page; sockets come and go. */
export class MediaPath {
  readonly #counters: Counters;
  readonly #onTrack: (track: Track) => void;
  readonly #choice = new TrackChoice();
  #sink: VideoSink;
  #epoch: number | undefined;
  #gates: ReadonlyMap<Track, KeyframeGate> = new Map();
  #configured: Track | undefined;

  /** @param onTrack called with the track on screen, before its first access unit goes there */
  constructor(sink: VideoSink, counters: Counters, onTrack: (track: Track) => void) {
    this.#sink = sink;
    this.#counters = counters;
    this.#onTrack = onTrack;
  }

  /** Another publication, or another shape of the same: what is not as it was waits for a key frame. */
  announce({ epoch, tracks }: Tracks): void {
    if (epoch !== this.#epoch) {
      this.#epoch = epoch;
      this.#gates = new Map();
      this.#configured = undefined;
    }
    const known = keepUnchanged([...this.#gates.keys()], tracks);
    this.#gates = new Map(known.map((track) => [track, this.#gates.get(track) ?? new KeyframeGate(epoch)]));
    this.#choice.announce(known);
  }

  /** The relay left out, before that access unit, only what nothing refers to. */
  leftOut({ track, sequence }: LeftOut): void {
    this.#gateOf(track)?.leftOut(sequence);
  }

  /** Takes the next access unit in order of arrival. */
  push(message: MediaMessage): void {
    this.#counters.received++;
    this.#counters.receivedBytes += message.payload.length;
    const verdict = this.#gateOf(message.track)?.judge(message) ?? 'other_epoch';
    if (verdict === 'waiting_for_key') {
      this.#counters.heldForKey++;
    } else if (verdict !== 'pass' || !this.#choice.takes(message.track, message.key)) {
      this.#counters.ignored++;
    } else {
      this.#show(message);
    }
  }

  /** A new socket: nothing of the old one may be built upon. */
  reconnected(): void {
    this.#closeGates();
    this.#sink.expectBurst();
  }

  /** Goes on with another sink, from the next key frame. */
  replaceSink(sink: VideoSink): void {
    this.#sink.close();
    this.#sink = sink;
    this.#configured = undefined;
    this.#closeGates();
  }

  #gateOf(id: number): KeyframeGate | undefined {
    for (const [track, gate] of this.#gates) {
      if (track.id === id) {
        return gate;
      }
    }
    return undefined;
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

  #begin(track: Track): void {
    if (this.#configured === undefined) {
      this.#sink.configure(track);
    } else {
      this.#sink.switchTo(track);
    }
    this.#configured = track;
  }
}
