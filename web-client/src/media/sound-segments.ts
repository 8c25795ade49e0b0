import { type MediaMessage, presentationTime } from '../protocol/media';
import type { AudioTrack } from '../protocol/track';
import { mediaSegment } from './fmp4';
import { soundInitSegment, soundMimeOf } from './fmp4-sound';
import type { Segment } from './segment';
import type { SegmentSink } from './segment-sink';
import { SingleFrames } from './single-frames';
import type { SoundSink } from './sound-sink';
import { SoundSlots } from './sound-slots';

/** Sound that has been so far behind the video for so long has stopped: a video element stalls without it. */
const SILENT_AFTER_US = 700_000;
const SILENT_FOR_MS = 400;

/** Wraps sound into fMP4 beside the video of a {@link SegmentSink}, on its timeline. */
export class SoundSegments implements SoundSink {
  readonly #video: SegmentSink;
  readonly #emit: (segment: Segment) => void;
  #run: number | undefined;
  readonly #singleFrames = new SingleFrames();
  #slots = new SoundSlots();
  #number = 0;
  /** Of what has a place beside the video, or waits for the video to begin. */
  #newestUs: number | undefined;
  #silentSinceMs: number | undefined;

  constructor(video: SegmentSink, emit: (segment: Segment) => void) {
    this.#video = video;
    this.#emit = emit;
  }

  /** Whether sound arrives while video does, and fits beside it; to be called several times a second. */
  flows(nowMs: number): boolean {
    return !this.#singleFrames.observe(this.#video.pauses, nowMs) && this.#comes(nowMs);
  }

  #comes(nowMs: number): boolean {
    const behindUs = (this.#video.newestUs ?? 0) - (this.#newestUs ?? 0);
    if (behindUs < SILENT_AFTER_US) {
      this.#silentSinceMs = undefined;
      return true;
    }
    this.#silentSinceMs ??= nowMs;
    return nowMs - this.#silentSinceMs < SILENT_FOR_MS;
  }

  push(track: AudioTrack, message: MediaMessage): void {
    const run = this.#video.begunRun;
    const captureUs = presentationTime(message);
    const mediaUs = this.#video.mediaTimeOf(captureUs);
    const mime = soundMimeOf(track);
    if (run === undefined || mediaUs === undefined || mime === undefined) {
      this.#newestUs = captureUs;
      return;
    }
    if (run !== this.#run) {
      this.#run = run;
      this.#slots = new SoundSlots();
      this.#send(soundInitSegment(track), 0, 0, 0, mime);
    }
    const slot = this.#slots.place(captureUs, mediaUs);
    if (slot === undefined) {
      return;
    }
    this.#newestUs = captureUs;
    this.#number++;
    const sample = { ...slot, compositionOffset: 0, key: true, payload: message.payload };
    this.#send(mediaSegment(this.#number, sample), slot.decodeTime, slot.duration, captureUs);
  }

  close(): void {
    this.#run = undefined;
  }

  #send(
    bytes: Uint8Array<ArrayBuffer>,
    mediaUs: number,
    durationUs: number,
    captureUs: number,
    mime?: string,
  ): void {
    const run = this.#run ?? 0;
    this.#emit({
      type: 'segment',
      kind: 'audio',
      run,
      bytes,
      mediaUs,
      durationUs,
      captureUs,
      ...(mime && { mime }),
    });
  }
}
