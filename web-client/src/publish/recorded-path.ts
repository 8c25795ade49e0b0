import type { Track } from '../protocol/track';
import { Adaptation } from '../uplink/adaptation';
import type { VideoPlan, VideoTarget } from '../uplink/video-plan';
import type { RecordedPiece, Recording, VideoChoice } from './command';
import { TRACK } from './outgoing';
import type { Unit } from './unit';
import { type WebmBlock, WebmReader, type WebmTrack } from './webm-reader';

/** A recorder that is started again sends nothing for a moment: not more often than this. */
const BETWEEN_STARTS_MS = 3000;
/** What is wanted of the bit rate has to differ by this much before the recorder is started again. */
const RATE_CHANGE = 0.3;
/** What is on its way is this late: what is recorded meanwhile would only add to it. */
const MOST_DELAY_MS = 1500;
/** Before the size is known. */
const FIRST_BIT_RATE = 1_500_000;
const OPUS_HZ = 48_000;

/** What a recorded path needs from outside. */
export interface RecordedPathDeps {
  readonly nowMs: () => number;
  /** Starts the recorder, starts it again or stops it. */
  readonly record: (recording: Recording) => void;
  readonly onTrack: (track: Track) => void;
  readonly onUnit: (track: number, unit: Unit) => void;
}

/**
 * From what the browser's own recorder makes to units, where there are no encoders of WebCodecs. A recorder is set up once:
 * another bit rate or a key frame needs another one, and there is no second rendition.
 */
export class RecordedPath {
  readonly #deps: RecordedPathDeps;
  #choice: VideoChoice;
  #recording: Recording = { on: false };
  #generation = 0;
  #startedMs = Number.NEGATIVE_INFINITY;
  #reader: WebmReader | undefined;
  #startedUs = 0;
  #lastUs = new Map<number, number>();
  #tracks = new Map<number, number>();
  #target: VideoTarget | undefined;
  #adaptation: Adaptation | undefined;

  constructor(choice: VideoChoice, deps: RecordedPathDeps) {
    this.#choice = choice;
    this.#deps = deps;
  }

  /** How the video is adapted to the uplink; undefined before the first frame. */
  get adaptation(): Adaptation | undefined {
    return this.#adaptation;
  }

  /** What is recorded now; undefined before the first frame. */
  get plan(): VideoPlan | undefined {
    return this.#target && { ...this.#target, bitRate: this.#adaptation?.plan.bitRate ?? FIRST_BIT_RATE };
  }

  /** Starts or stops the recorder, about ten times a second. */
  follow(awake: boolean): void {
    if (!awake && this.#recording.on) {
      this.#stop();
    } else if (awake && !this.#recording.on) {
      this.#start();
    } else if (awake && this.#reader === undefined) {
      this.#restart();
    }
  }

  /** Adapts to what has become of what was sent: `delivered` bits a second, the oldest `delayMs` late. */
  observe(delayMs: number, delivered: number): void {
    const held = delayMs > MOST_DELAY_MS;
    this.#adaptation?.observe(this.#deps.nowMs(), { delayMs, delivered, held });
    const wanted = this.#adaptation?.plan.bitRate;
    if (this.#recording.on && wanted !== undefined && isOther(this.#recording.bitRate, wanted)) {
      this.#restart();
    }
  }

  /** Another size or rate is wanted: the capture follows it, and the recorder the capture. */
  choose(choice: VideoChoice): void {
    this.#choice = choice;
  }

  /** What is recorded comes from another source. */
  restart(): void {
    if (this.#recording.on) {
      this.#start();
    }
  }

  /** A recorder begins with a key frame. */
  requestKeyFrame(): void {
    if (this.#recording.on) {
      this.#restart();
    }
  }

  /** Ends the recorder until it is needed again. */
  sleep(): void {
    if (this.#recording.on) {
      this.#stop();
    }
  }

  /** Takes a piece of what was recorded; what a recorder that was stopped leaves behind is dropped. */
  take({ generation, startedUs, bytes }: RecordedPiece): void {
    if (!this.#recording.on || generation !== this.#generation) {
      return;
    }
    this.#startedUs = startedUs;
    try {
      this.#reader?.push(bytes);
    } catch {
      // Another recorder takes its place as soon as it may.
      this.#reader = undefined;
    }
  }

  #restart(): void {
    if (this.#deps.nowMs() - this.#startedMs >= BETWEEN_STARTS_MS) {
      this.#start();
    }
  }

  #start(): void {
    this.#generation++;
    this.#startedMs = this.#deps.nowMs();
    this.#tracks.clear();
    this.#reader = new WebmReader({
      onTracks: (tracks) => this.#announce(tracks),
      onBlock: (block) => this.#block(block),
    });
    const bitRate = this.#adaptation?.plan.bitRate ?? FIRST_BIT_RATE;
    this.#recording = { on: true, generation: this.#generation, bitRate };
    this.#deps.record(this.#recording);
  }

  #stop(): void {
    this.#reader = undefined;
    this.#recording = { on: false };
    this.#deps.record(this.#recording);
  }

  #announce(tracks: readonly WebmTrack[]): void {
    for (const track of tracks) {
      const announced = announcementOf(track);
      if (announced === undefined) {
        continue;
      }
      this.#tracks.set(track.number, announced.id);
      if (announced.kind === 'video') {
        this.#aim(track);
      }
      this.#deps.onTrack(announced);
    }
  }

  #aim({ width, height }: WebmTrack): void {
    const target = { width, height, fps: this.#choice.fps, shortSide: Math.min(width, height) };
    this.#target = target;
    if (this.#adaptation === undefined) {
      this.#adaptation = new Adaptation(target, this.#deps.nowMs());
    } else {
      this.#adaptation.setTarget(target);
    }
  }

  #block({ track, atMs, key, payload }: WebmBlock): void {
    const id = this.#tracks.get(track);
    if (id === undefined) {
      return;
    }
    const captureUs = Math.max(this.#startedUs + atMs * 1000, (this.#lastUs.get(id) ?? 0) + 1);
    this.#lastUs.set(id, captureUs);
    const sound = id === TRACK.sound;
    this.#deps.onUnit(id, { kind: sound ? 'audio' : 'video', key: key || sound, captureUs, payload });
  }
}

/** How the track of a recording is announced; undefined for one that players could not play. */
function announcementOf({ codec, width, height, channels }: WebmTrack): Track | undefined {
  switch (codec) {
    case 'V_VP8':
      return { id: TRACK.main, name: 'main', kind: 'video', codec: 'vp8', width, height };
    case 'V_VP9':
      return { id: TRACK.main, name: 'main', kind: 'video', codec: 'vp09.00.40.08', width, height };
    case 'A_OPUS':
      return { id: TRACK.sound, name: 'audio', kind: 'audio', codec: 'opus', sample_rate: OPUS_HZ, channels };
    default:
      return undefined;
  }
}

function isOther(before: number, wanted: number): boolean {
  return Math.abs(wanted - before) > before * RATE_CHANGE;
}
