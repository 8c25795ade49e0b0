import { trimRange } from '../media/buffer-trim';
import { CaptureMap } from '../media/capture-map';
import { LiveChase } from '../media/live-chase';
import type { Segment } from '../media/segment';
import { AppendQueue, MAX_WAITING } from './append-queue';
import { newMediaSource } from './media-source';
import { watchFrames } from './video-frames';

/** Receives a player's events. */
export interface MseListener {
  /** A frame is on screen; `captureUs` by the agent's clock. */
  onFrame(captureUs: number): void;
  /** The element or its buffer failed: nothing is appended any more, the last frame stays. */
  onBroken(): void;
  /** The browser refused to play without a click. */
  onBlocked(): void;
}

/** Plays the engine's segments in a video element, near the live edge. Page thread only. */
export class MsePlayer {
  readonly #video: HTMLVideoElement;
  readonly #listener: MseListener;
  readonly #source = newMediaSource();
  readonly #url: string;
  readonly #captures = new CaptureMap();
  readonly #chase = new LiveChase();
  readonly #abort = new AbortController();
  readonly #stopWatching: () => void;
  #early: Segment[] = [];
  #queue: AppendQueue | undefined;
  #sound: AppendQueue | undefined;
  #newestUs = 0;
  #frameUs = 33_333;
  #paused = false;
  #closed = false;

  constructor(video: HTMLVideoElement, listener: MseListener) {
    this.#video = video;
    this.#listener = listener;
    video.disableRemotePlayback = true;
    this.#url = URL.createObjectURL(this.#source);
    const { signal } = this.#abort;
    this.#source.addEventListener('sourceopen', () => this.#open(), { signal, once: true });
    video.addEventListener('error', () => this.#broken(), { signal });
    video.addEventListener('waiting', () => this.#chase.ranDry(performance.now()), { signal });
    video.src = this.#url;
    this.#stopWatching = watchFrames(video, (mediaUs) => this.#shown(mediaUs));
  }

  /** Distance of the frame on screen to the newest one received, in milliseconds. */
  get lagMs(): number {
    return Math.max(0, this.#newestUs / 1000 - this.#video.currentTime * 1000);
  }

  /** The element's playing speed. */
  get rate(): number {
    return this.#video.playbackRate;
  }

  /** Takes the next segment; an init segment comes first. A closed or broken player takes none. */
  append(segment: Segment): void {
    if (this.#closed) {
      return;
    }
    if (this.#queue === undefined) {
      this.#waitForSource(segment);
      return;
    }
    if (segment.kind === 'audio') {
      this.#sound?.add(segment);
      return;
    }
    if (segment.mime === undefined) {
      this.#captures.add(segment.mediaUs, segment.captureUs);
      this.#newestUs = Math.max(this.#newestUs, segment.mediaUs);
      this.#frameUs = segment.durationUs;
    }
    this.#queue.add(segment);
  }

  /** Pauses on the current frame; media that still arrives is buffered and trimmed. */
  pause(): void {
    this.#paused = true;
    this.#video.pause();
  }

  /** Resumes at the newest frame. */
  play(): void {
    this.#paused = false;
    this.goLive();
    void this.#start();
  }

  /** Jumps to the newest frame. */
  goLive(): void {
    this.#seek(this.#frameUs / 1000);
  }

  /** Releases the element and the buffer. */
  close(): void {
    this.#detach();
    this.#video.removeAttribute('src');
    this.#video.load();
  }

  #detach(): void {
    this.#closed = true;
    this.#abort.abort();
    this.#stopWatching();
    this.#queue?.close();
    this.#sound?.close();
    this.#early = [];
    URL.revokeObjectURL(this.#url);
  }

  #waitForSource(segment: Segment): void {
    this.#early.push(segment);
    if (this.#early.length > MAX_WAITING) {
      this.#broken();
    } else {
      this.#open();
    }
  }

  #open(): void {
    const { mime, soundMime } = this.#early[0] ?? {};
    if (this.#source.readyState !== 'open' || mime === undefined) {
      return;
    }
    this.#source.duration = Number.POSITIVE_INFINITY;
    this.#queue = this.#newQueue(mime);
    this.#sound = soundMime === undefined ? undefined : this.#newQueue(soundMime);
    const early = this.#early;
    this.#early = [];
    for (const segment of early) {
      this.append(segment);
    }
  }

  #newQueue(mime: string): AppendQueue {
    return new AppendQueue(this.#source.addSourceBuffer(mime), {
      onAppended: () => this.#appended(),
      onBroken: () => this.#broken(),
    });
  }

  #appended(): void {
    const buffered = this.#queue?.buffered;
    if (this.#closed || buffered === undefined) {
      return;
    }
    const range = trimRange(buffered.fromS, this.#video.currentTime, this.#newestUs / 1_000_000);
    if (range !== undefined) {
      this.#queue?.remove(range);
      this.#sound?.remove(range);
    }
    if (this.#paused) {
      return;
    }
    const move = this.#chase.decide(this.lagMs, this.#frameUs / 1000, performance.now());
    if (move.kind === 'seek') {
      this.#seek(move.backMs);
    } else if (this.#video.playbackRate !== move.rate) {
      this.#video.playbackRate = move.rate;
    }
    if (this.#video.paused) {
      void this.#start();
    }
  }

  #seek(backMs: number): void {
    if (this.#newestUs > 0) {
      this.#video.playbackRate = 1;
      this.#video.currentTime = Math.max(0, this.#newestUs / 1_000_000 - backMs / 1000);
    }
  }

  async #start(): Promise<void> {
    try {
      await this.#video.play();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotAllowedError') {
        this.#paused = true;
        this.#listener.onBlocked();
      }
    }
  }

  #shown(mediaUs: number): void {
    const captureUs = this.#captures.captureAt(mediaUs);
    if (captureUs !== undefined && !this.#paused) {
      this.#listener.onFrame(captureUs);
    }
  }

  #broken(): void {
    if (!this.#closed) {
      this.#detach();
      this.#listener.onBroken();
    }
  }
}
