import { fromBase64 } from '../protocol/base64';
import { type MediaMessage, presentationTime } from '../protocol/media';
import type { VideoTrack } from '../protocol/track';
import { canWrap, initSegment, mediaSegment } from './fmp4';
import type { Segment } from './segment';
import { Timeline } from './timeline';
import type { VideoSink } from './video-sink';

const DEFAULT_FPS = 30;

/** Wraps access units into fMP4 for a SourceBuffer that lives on the page, one segment each. */
export class SegmentSink implements VideoSink {
  readonly #emit: (segment: Segment) => void;
  readonly #onUnsupported: () => void;
  #timeline = new Timeline(DEFAULT_FPS);
  #track: VideoTrack | undefined;
  #number = 0;
  #run = 0;
  #needsInit = true;

  /** @param onUnsupported called when the stream's codec cannot be wrapped */
  constructor(emit: (segment: Segment) => void, onUnsupported: () => void) {
    this.#emit = emit;
    this.#onUnsupported = onUnsupported;
  }

  configure(track: VideoTrack): void {
    if (this.#track === undefined) {
      this.#timeline = new Timeline(track.fps ?? DEFAULT_FPS);
    }
    this.#timeline.rebase();
    this.switchTo(track);
  }

  switchTo(track: VideoTrack): void {
    if (!canWrap(track.codec)) {
      this.#track = undefined;
      this.#onUnsupported();
      return;
    }
    this.#track = track;
    this.#needsInit = true;
  }

  push(message: MediaMessage): void {
    const track = this.#track;
    if (track?.config === undefined || (this.#needsInit && !message.key)) {
      return;
    }
    if (this.#needsInit) {
      this.#needsInit = false;
      this.#emitInit(track, fromBase64(track.config));
    }
    const { decodeTime, duration, pace } = this.#timeline.place(message.captureTime);
    const compositionOffset = Math.round(message.presentationOffset * pace);
    this.#number++;
    this.#emit({
      type: 'segment',
      run: this.#run,
      bytes: mediaSegment(this.#number, {
        decodeTime,
        duration,
        compositionOffset,
        key: message.key,
        payload: message.payload,
      }),
      mediaUs: decodeTime + compositionOffset,
      durationUs: duration,
      captureUs: presentationTime(message),
    });
  }

  expectBurst(): void {
    this.#timeline.rebase();
  }

  /** Restarts at the next key frame, with an init segment and a new timeline: the page will have a new SourceBuffer. */
  restart(run: number): void {
    this.#run = run;
    this.#timeline = new Timeline(this.#track?.fps ?? DEFAULT_FPS);
    this.#needsInit = true;
  }

  setShown(): void {
    /* The page decides what its video element shows. */
  }

  close(): void {
    this.#track = undefined;
  }

  #emitInit(track: VideoTrack, config: Uint8Array<ArrayBuffer>): void {
    this.#emit({
      type: 'segment',
      run: this.#run,
      mime: `video/mp4; codecs="${track.codec}"`,
      bytes: initSegment({ ...track, config }),
      mediaUs: 0,
      durationUs: 0,
      captureUs: 0,
    });
  }
}
