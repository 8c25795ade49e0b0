import { RebuildPace } from '../media/rebuild-pace';
import type { Segment } from '../media/segment';
import type { Command } from './command';
import { isPlayable } from './media-source';
import { MsePlayer } from './mse-player';

/** What a screen needs from outside. */
export interface SegmentScreenDeps {
  readonly send: (command: Command) => void;
  /** A frame is on screen; `captureUs` by the agent's clock. */
  readonly onFrame: (captureUs: number) => void;
  /** The video could not be decoded; it is tried again after that many milliseconds. */
  readonly onDamaged: (retryInMs: number) => void;
  readonly onUnsupported: () => void;
  readonly onBlocked: () => void;
}

/** A video element and the player in it, which is built anew when it breaks, and when sound comes or goes. Page thread only. */
export class SegmentScreen {
  readonly video: HTMLVideoElement;
  readonly #deps: SegmentScreenDeps;
  readonly #pace = new RebuildPace();
  #player: MsePlayer | undefined;
  #playerRun = 0;
  /** Segments of other runs are not taken. */
  #run = 0;
  #rebuild: ReturnType<typeof setTimeout> | undefined;
  #paused = false;
  #soundMime: string | undefined;

  constructor(video: HTMLVideoElement, deps: SegmentScreenDeps) {
    this.video = video;
    this.#deps = deps;
  }

  /** How far the buffer is behind, and how fast it plays. */
  get buffer(): { readonly lagMs: number; readonly rate: number } | undefined {
    return this.#player && { lagMs: this.#player.lagMs, rate: this.#player.rate };
  }

  /** MIME type of the sound that is played with the video; undefined while the video is alone. */
  get soundMime(): string | undefined {
    return this.#soundMime;
  }

  append(segment: Segment): void {
    const { run, kind, mime } = segment;
    if (run !== this.#run) {
      return;
    }
    if (kind === 'video' && mime !== undefined && !isPlayable(mime)) {
      this.#closePlayer();
      this.#deps.onUnsupported();
      return;
    }
    if (kind === 'video' && mime !== undefined) {
      this.#renew();
    }
    this.#player?.append(segment);
  }

  pause(): void {
    this.#paused = true;
    this.#player?.pause();
  }

  play(): void {
    this.#paused = false;
    this.#player?.play();
  }

  /** Jumps to the newest frame, unless it is paused. */
  goLive(): void {
    if (!this.#paused) {
      this.#player?.goLive();
    }
  }

  /** Plays on with sound of that type, or without: a source buffer cannot be added to video that plays. */
  setSound(mime: string | undefined): void {
    if (mime !== this.#soundMime) {
      this.#soundMime = mime;
      this.#run++;
      clearTimeout(this.#rebuild);
      this.#order(true);
    }
  }

  close(): void {
    clearTimeout(this.#rebuild);
    this.#closePlayer();
  }

  /** The player of this run; the one of an earlier run has shown its last frame until now. */
  #renew(): void {
    if (this.#playerRun !== this.#run) {
      this.#closePlayer();
      this.#playerRun = this.#run;
    }
    this.#player ??= this.#newPlayer();
  }

  #newPlayer(): MsePlayer {
    const player = new MsePlayer(this.video, {
      onFrame: (captureUs) => {
        this.#pace.played(performance.now());
        this.#deps.onFrame(captureUs);
      },
      onBroken: () => this.#broken(),
      onBlocked: () => this.#deps.onBlocked(),
    });
    if (this.#paused) {
      player.pause();
    }
    return player;
  }

  #closePlayer(): void {
    this.#player?.close();
    this.#player = undefined;
  }

  /** The element cannot go on after an error. The next one begins at a key frame that is still to come: what the relay keeps may be damaged. */
  #broken(): void {
    this.#player = undefined;
    this.#run++;
    const retryInMs = this.#pace.broke(performance.now());
    clearTimeout(this.#rebuild);
    this.#rebuild = setTimeout(() => this.#order(false), retryInMs);
    this.#deps.onDamaged(retryInMs);
  }

  #order(again: boolean): void {
    this.#deps.send({ type: 'restart_segments', run: this.#run, soundMime: this.#soundMime, again });
  }
}
