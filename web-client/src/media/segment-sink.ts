import { fromBase64 } from '../protocol/base64';
import { type MediaMessage, presentationTime } from '../protocol/media';
import type { VideoTrack } from '../protocol/track';
import { canWrap, initSegment, mediaSegment } from './fmp4';
import type { Segment } from './segment';
import { Timeline } from './timeline';
import type { VideoSink } from './video-sink';

const DEFAULT_FPS = 30;
/** A pause of the video that is so long is closed on the timeline of the segments. */
const PAUSE_US = 500_000;

/** Wraps access units into fMP4 for a SourceBuffer that lives on the page, one segment each. */
export class SegmentSink implements VideoSink {
  readonly #emit: (segment: Segment) => void;
  readonly #onUnsupported: () => void;
  #timeline = new Timeline(DEFAULT_FPS);
  #track: VideoTrack | undefined;
  #number = 0;
  #run = 0;
  #needsInit = true;
  #soundMime: string | undefined;
  #newestUs: number | undefined;
  #pauses = 0;

  /** @param onUnsupported called when the stream's codec cannot be wrapped */
  constructor(emit: (segment: Segment) => void, onUnsupported: () => void) {
    this.#emit = emit;
    this.#onUnsupported = onUnsupported;
  }

  /** Capture time of the newest access unit. */
  get newestUs(): number | undefined {
    return this.#newestUs;
  }

  /** How many pauses of the video the timeline has closed: sound from then has no place beside it. */
  get pauses(): number {
    return this.#pauses;
  }

  /** The run whose video has begun; undefined while its init segment is still to come. */
  get begunRun(): number | undefined {
    return this.#needsInit ? undefined : this.#run;
  }

  /** Where on the segments' timeline that moment of the agent's clock lies, as far as it is known. */
  mediaTimeOf(captureUs: number): number | undefined {
    return this.#timeline.mediaTimeOf(captureUs);
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
    this.#newestUs = message.captureTime;
    const track = this.#track;
    if (track?.config === undefined || (this.#needsInit && !message.key)) {
      return;
    }
    if (this.#needsInit) {
      this.#needsInit = false;
      this.#emitInit(track, fromBase64(track.config));
    }
    const expectedUs = this.#timeline.mediaTimeOf(message.captureTime);
    const { decodeTime, duration, pace } = this.#timeline.place(message.captureTime);
    if (expectedUs !== undefined && expectedUs - decodeTime > PAUSE_US) {
      this.#pauses++;
    }
    const compositionOffset = Math.round(message.presentationOffset * pace);
    this.#number++;
    this.#emit({
      type: 'segment',
      kind: 'video',
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

  /** Restarts at the next key frame, with an init segment and a new timeline: the page will have new SourceBuffers, one of them for sound of `soundMime`. */
  restart(run: number, soundMime?: string): void {
    this.#run = run;
    this.#soundMime = soundMime;
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
      kind: 'video',
      run: this.#run,
      soundMime: this.#soundMime,
      mime: `video/mp4; codecs="${track.codec}"`,
      bytes: initSegment({ ...track, config }),
      mediaUs: 0,
      durationUs: 0,
      captureUs: 0,
    });
  }
}
