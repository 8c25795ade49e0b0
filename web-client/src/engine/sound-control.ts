import { soundMimeOf } from '../media/fmp4-sound';
import { isG711 } from '../media/g711';
import { soundOf } from '../media/sound-choice';
import type { MediaSelection } from '../protocol/stream-message';
import type { AudioTrack, Track } from '../protocol/track';
import type { Command } from './command';
import { isPlayable } from './media-source';
import type { SegmentScreen } from './segment-screen';
import { SoundOutput } from './sound-output';
import { NO_SOUND, type SoundStats, type SoundStatus } from './sound-status';

/** What a sound control needs from outside. */
export interface SoundControlDeps {
  /** Address of the worklet's module. */
  readonly moduleUrl: string;
  readonly send: (command: Command, transfer?: Transferable[]) => void;
  readonly onStatus: (status: SoundStatus) => void;
}

/**
 * Turns the sound of the camera on and off: by the worker's decoder and a worklet, or in the video element. Nothing is set up before it
 * is turned on. Page thread only.
 */
export class SoundControl {
  readonly #deps: SoundControlDeps;
  #status = NO_SOUND;
  #track: AudioTrack | undefined;
  #screen: SegmentScreen | undefined;
  #peer: HTMLVideoElement | undefined;
  #output: SoundOutput | undefined;
  #refused: string | undefined;
  #flowing = true;
  #paused = false;
  #playing = false;

  constructor(deps: SoundControlDeps) {
    this.#deps = deps;
  }

  /** What a hidden page needs: its sound while that is on, alone where it can be played alone. */
  get unseen(): MediaSelection {
    const { on, codec, problem } = this.#status;
    const heard = on && codec !== undefined && problem === undefined;
    return !heard ? 'none' : this.#screen === undefined ? 'audio' : 'all';
  }

  /** The video is shown by that screen from now on; undefined when it is drawn onto a canvas. */
  setScreen(screen: SegmentScreen | undefined): void {
    this.#screen = screen;
    this.#output?.close();
    this.#output = undefined;
    this.#playing = false;
    this.#apply();
  }

  /** The sound of a peer connection is played by that element from now on; undefined when it comes by the socket again. */
  setPeer(video: HTMLVideoElement | undefined): void {
    this.#peer = video;
    this.#apply();
  }

  /** The tracks of the publication, or of another one. Every restart announces them again, so they do not show that sound flows. */
  announce(tracks: readonly Track[]): void {
    this.#track = soundOf(tracks);
    this.#apply();
  }

  /** Turns the sound on, which needs a click or key, or off. */
  setOn(on: boolean): void {
    this.#update({ on });
    this.#apply();
  }

  /** A paused page is silent too. */
  setPaused(paused: boolean): void {
    this.#paused = paused;
    this.#apply();
  }

  /** 0 to 1. */
  setVolume(volume: number): void {
    this.#update({ volume });
    this.#output?.setVolume(volume);
    this.#applyToElement();
  }

  /** The worklet has reported. */
  measured(stats: SoundStats): void {
    this.#update({ stats });
  }

  /** The worker cannot decode that codec. */
  unplayable(codec: string): void {
    this.#refused = codec;
    this.#apply();
  }

  /** Sound for the video element has stopped arriving, or arrives again. */
  setFlowing(flowing: boolean): void {
    this.#flowing = flowing;
    this.#apply();
  }

  close(): void {
    this.#output?.close();
  }

  #apply(): void {
    const { on } = this.#status;
    const problem = this.#problem();
    const codec = this.#track?.codec;
    const audible = on && codec !== undefined && problem === undefined;
    this.#update({ codec, problem, ...(!audible && { stats: undefined }) });
    if (this.#peer !== undefined) {
      this.#applyToOutput(false);
      this.#applyToElement();
    } else if (this.#screen === undefined) {
      this.#applyToOutput(audible && !this.#paused);
    } else {
      const mime = this.#track && soundMimeOf(this.#track);
      const plays = audible || this.#screen.soundMime === mime;
      this.#screen.setSound(plays && problem === undefined && this.#flowing ? mime : undefined);
      this.#applyToElement();
    }
  }

  #problem(): string | undefined {
    const track = this.#track;
    if (track === undefined) {
      return undefined;
    }
    if (this.#screen !== undefined) {
      const mime = soundMimeOf(track);
      return mime !== undefined && isPlayable(mime) ? undefined : 'not playable in a video element';
    }
    const decodable = isG711(track.codec) || 'AudioDecoder' in globalThis;
    return decodable && this.#refused !== track.codec ? undefined : 'not decoded by this browser';
  }

  #applyToOutput(audible: boolean): void {
    if (audible && this.#output === undefined) {
      this.#open();
    }
    this.#output?.setOn(audible);
    if (audible !== this.#playing) {
      this.#playing = audible;
      this.#deps.send({ type: 'play_sound', on: audible });
    }
  }

  #applyToElement(): void {
    const video = this.#peer ?? this.#screen?.video;
    if (video !== undefined) {
      video.muted = !this.#status.on;
      video.volume = this.#status.volume ** 2;
    }
  }

  #open(): void {
    const { moduleUrl, send } = this.#deps;
    const output = new SoundOutput(this.#track?.sample_rate ?? 48_000, {
      moduleUrl,
      connect: (port) => send({ type: 'connect_sound', port }, [port]),
      onTime: (time) => send({ type: 'sound_time', time }),
    });
    output.setVolume(this.#status.volume);
    this.#output = output;
    output.start().catch(() => this.unplayable(this.#track?.codec ?? ''));
  }

  #update(change: Partial<SoundStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#deps.onStatus(this.#status);
  }
}
