import { CaptureClock } from '../capture/capture-clock';
import { Adaptation } from '../uplink/adaptation';
import { EncoderLoad } from '../uplink/encoder-load';
import { FramePacer, type WayAhead } from '../uplink/frame-pacer';
import { lowPlan, type VideoPlan, type VideoTarget } from '../uplink/video-plan';
import type { PublishCodec } from './codec-choice';
import type { VideoChoice } from './command';
import type { DemandState } from './demand-state';
import { TRACK } from './outgoing';
import { VideoEncoding, type VideoListener } from './video-encoding';

/** Frames that an encoder may be busy with before the next one is skipped. */
const MOST_ENCODING = 2;

/** What a video path needs from outside. */
export interface VideoPathDeps {
  readonly codec: PublishCodec;
  readonly nowUs: () => number;
  readonly nowMs: () => number;
  readonly demand: DemandState;
  /** How much is on its way now. */
  readonly way: () => Pick<WayAhead, 'delayMs' | 'bytes'>;
  readonly listenerOf: (track: number) => VideoListener;
  /** The track is not made any more. */
  readonly onRemoved: (track: number) => void;
}

/** From captured frames to both renditions: decides which frame is encoded for which, at what size. */
export class VideoPath {
  readonly #deps: VideoPathDeps;
  readonly #main: VideoEncoding;
  readonly #low: VideoEncoding;
  readonly #mainPacer = new FramePacer();
  readonly #lowPacer = new FramePacer();
  readonly #load = new EncoderLoad();
  readonly #clock = new CaptureClock();
  #choice: VideoChoice;
  #target: VideoTarget | undefined;
  #adaptation: Adaptation | undefined;

  constructor(choice: VideoChoice, deps: VideoPathDeps) {
    this.#deps = deps;
    this.#choice = choice;
    const originUs = deps.nowUs();
    this.#main = new VideoEncoding(TRACK.main, 'main', deps.codec, originUs, deps.listenerOf(TRACK.main));
    this.#low = new VideoEncoding(TRACK.low, 'low', deps.codec, originUs, deps.listenerOf(TRACK.low));
  }

  /** How the video is adapted to the uplink; undefined before the first frame. */
  get adaptation(): Adaptation | undefined {
    return this.#adaptation;
  }

  /** Adapts to what has become of what was sent: `delivered` bits a second, the oldest `delayMs` late. */
  observe(delayMs: number, delivered: number): void {
    const held = this.#mainPacer.takeHeld();
    this.#adaptation?.observe(this.#deps.nowMs(), { delayMs, delivered, held });
  }

  /** What is encoded now; undefined before the first frame. */
  get plan(): VideoPlan | undefined {
    return this.#adaptation?.plan;
  }

  /** Another size or rate is wanted. */
  choose(choice: VideoChoice): void {
    this.#choice = choice;
  }

  /** The frames that follow come from another source, with timestamps of their own. */
  restart(): void {
    this.#clock.restart();
  }

  /** The next frame of a track becomes a key frame. */
  requestKeyFrame(track: number): void {
    (track === TRACK.low ? this.#low : this.#main).requestKeyFrame();
  }

  /** Ends the encoders until they are needed again. */
  sleep(): void {
    this.#main.close();
    this.#low.close();
  }

  /** Encodes a captured frame as far as it is needed and the way is free; the caller closes it. */
  frame(frame: VideoFrame, awake: boolean): void {
    const captureUs = this.#clock.at(frame.timestamp, this.#deps.nowUs());
    if (!awake) {
      return;
    }
    const target = this.#follow(frame);
    const low = lowPlan(target);
    if (low === undefined && this.#low.track !== undefined) {
      this.#low.close();
      this.#deps.onRemoved(TRACK.low);
    }
    // Its first frame says how to announce it; from then on it is encoded for those who need it.
    const wantsLow = this.#low.track === undefined || this.#deps.demand.names(TRACK.low);
    if (low !== undefined && wantsLow && this.#takes(this.#lowPacer, captureUs, low, this.#low)) {
      this.#low.encode(frame, captureUs, low);
    }
    const plan = this.#adaptation?.plan;
    if (plan === undefined || !this.#deps.demand.needs(TRACK.main)) {
      return;
    }
    const busy = this.#main.waiting > MOST_ENCODING;
    this.#load.due(this.#deps.nowMs(), busy, Math.min(plan.width, plan.height));
    if (!busy && this.#takes(this.#mainPacer, captureUs, plan, this.#main)) {
      this.#main.encode(frame, captureUs, plan);
    }
  }

  #takes(pacer: FramePacer, captureUs: number, plan: VideoPlan, encoding: VideoEncoding): boolean {
    const way = { ...this.#deps.way(), bitRate: plan.bitRate };
    return encoding.waiting <= MOST_ENCODING && pacer.take(captureUs, plan.fps, way);
  }

  #follow(frame: VideoFrame): VideoTarget {
    const { displayWidth: width, displayHeight: height } = frame;
    const shortSide = Math.min(this.#choice.shortSide, this.#load.limit);
    const target = { width, height, fps: this.#choice.fps, shortSide };
    if (this.#adaptation === undefined) {
      this.#adaptation = new Adaptation(target, this.#deps.nowMs());
    } else if (JSON.stringify(target) !== JSON.stringify(this.#target)) {
      this.#adaptation.setTarget(target);
    }
    this.#target = target;
    return target;
  }
}
