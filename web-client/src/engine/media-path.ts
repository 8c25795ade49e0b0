import type { Counters } from '../media/counters';
import { KeyframeGate } from '../media/keyframe-gate';
import { TrackChoice } from '../media/track-choice';
import type { VideoSink } from '../media/video-sink';
import type { MediaMessage } from '../protocol/media';
import type { Track, Tracks } from '../protocol/message';

/** The way of an access unit: choice of track ► gate ► sink. Lives as long as the page; sockets come and go. */
export class MediaPath {
  readonly #counters: Counters;
  readonly #nowMs: () => number;
  readonly #onTrack: (track: Track) => void;
  #sink: VideoSink;
  #choice = new TrackChoice([]);
  #gates = new Map<number, KeyframeGate>();
  #configured: Track | undefined;

  /** @param onTrack called with the track on screen, and before that with the one to reserve room for */
  constructor(sink: VideoSink, counters: Counters, nowMs: () => number, onTrack: (track: Track) => void) {
    this.#sink = sink;
    this.#counters = counters;
    this.#nowMs = nowMs;
    this.#onTrack = onTrack;
  }

  /** Another publication, or another shape of the same: everything waits for a key frame. */
  announce(tracks: Tracks): void {
    this.#choice = new TrackChoice(tracks.tracks);
    this.#gates = new Map(tracks.tracks.map((track) => [track.id, new KeyframeGate(tracks.epoch)]));
    this.#configured = undefined;
    if (this.#choice.preferred !== undefined) {
      this.#onTrack(this.#choice.preferred);
    }
  }

  /** Takes the next access unit in order of arrival. */
  push(message: MediaMessage): void {
    this.#counters.received++;
    this.#counters.receivedBytes += message.payload.length;
    const verdict = this.#gates.get(message.track)?.judge(message) ?? 'other_epoch';
    if (verdict === 'waiting_for_key') {
      this.#counters.heldForKey++;
    } else if (verdict !== 'pass' || !this.#choice.takes(message.track, message.key, this.#nowMs())) {
      this.#counters.ignored++;
    } else {
      this.#show(message);
    }
  }

  /** A new socket: nothing of the old one may be built upon. */
  reconnected(): void {
    for (const gate of this.#gates.values()) {
      gate.close();
    }
    this.#sink.expectBurst();
  }

  /** Goes on with another sink, from the next key frame. */
  replaceSink(sink: VideoSink): void {
    this.#sink.close();
    this.#sink = sink;
    this.#configured = undefined;
    for (const gate of this.#gates.values()) {
      gate.close();
    }
  }

  #show(message: MediaMessage): void {
    const track = this.#choice.active;
    if (track !== undefined && track !== this.#configured) {
      this.#configured = track;
      this.#sink.configure(track);
      this.#onTrack(track);
    }
    this.#sink.push(message);
  }
}
