import { ageMs } from '../media/latency';
import { type Capabilities, chooseMode, type PlayMode } from '../media/support';
import type { Moderate } from '../protocol/chat-message';
import type { Ptz } from '../protocol/head-message';
import type { Command } from './command';
import type { EngineEvent } from './engine-event';
import { newMediaElement, snapshotOf } from './media-element';
import { MediaSelector } from './media-selector';
import { nowUs } from './now';
import type { Preferences } from './preferences';
import type { Clocks, Report } from './report';
import { SegmentScreen } from './segment-screen';
import { SoundControl } from './sound-control';

/** What an engine needs. */
export interface EngineOptions {
  /** Address of the view socket, without any secret. */
  readonly url: string;
  readonly camera: string;
  /** Token of an earlier visit. */
  readonly person?: string;
  readonly preferences: Preferences;
  readonly able: Capabilities;
  /** `mode` of the page's address, if there is one. */
  readonly requestedMode: string | null;
  readonly newWorker: () => Worker;
  /** Address of the module for the AudioWorklet. */
  readonly soundModuleUrl: string;
  readonly onEvent: (event: EngineEvent) => void;
}

/** Plays one camera and carries its chat: a player without its user interface. Page thread only. */
export class Engine {
  readonly #options: EngineOptions;
  readonly #snapshots = new Map<number, (blob: Blob | undefined) => void>();
  #worker: Worker | undefined;
  #mode: PlayMode | undefined;
  #screen: SegmentScreen | undefined;
  #clocks: Clocks = {};
  #count = 0;
  #nextSnapshot = 0;
  #paused = false;
  #hidden = false;
  readonly #sound: SoundControl;
  readonly #selector = new MediaSelector({
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer as number | undefined),
    onChange: (media) => this.#send({ type: 'select_media', media }),
  });

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#sound = new SoundControl({
      moduleUrl: options.soundModuleUrl,
      send: (command, transfer) => this.#send(command, transfer),
      onStatus: (sound) => {
        this.#selector.setUnseen(this.#sound.unseen);
        options.onEvent({ type: 'sound', sound });
      },
    });
  }

  /** Dials; fires `unsupported` instead if the browser can play nothing. */
  start(): void {
    const { able, requestedMode, url, camera, person, preferences, newWorker } = this.#options;
    const mode = chooseMode(able, requestedMode);
    if (mode === undefined) {
      this.#options.onEvent({ type: 'unsupported' });
      return;
    }
    const worker = newWorker();
    worker.onmessage = ({ data }: MessageEvent<Report>) => this.#reported(data);
    this.#worker = worker;
    const canvas = this.#mount(mode);
    this.#send(
      {
        type: 'start',
        url,
        camera,
        preferences,
        mode,
        ...(person !== undefined && { person }),
        ...(canvas && { canvas }),
      },
      canvas === undefined ? [] : [canvas],
    );
  }

  /** How far the buffer of a video element is behind, and how fast it plays; undefined with WebCodecs. */
  get buffer(): { readonly lagMs: number; readonly rate: number } | undefined {
    return this.#screen?.buffer;
  }

  /** Pauses on the current frame; the relay is asked to send no media. */
  pause(): void {
    this.#paused = true;
    this.#selector.setPaused(true);
    this.#screen?.pause();
    this.#sound.setPaused(true);
    this.#updateShown();
  }

  /** Resumes at the newest frame. */
  resume(): void {
    this.#paused = false;
    this.#selector.setPaused(false);
    this.#screen?.play();
    this.#sound.setPaused(false);
    this.#updateShown();
  }

  /** Skips what is queued: by seeking in the buffer, or with a new socket when it is queued on the network path. */
  goLive(): void {
    const enough = (this.#screen?.buffer?.lagMs ?? 0) > 1000;
    this.resume();
    if (!enough) {
      this.#send({ type: 'go_live' });
    }
  }

  /** Whether the page is hidden: a hidden page draws nothing and resumes at the newest frame. */
  setHidden(hidden: boolean): void {
    this.#hidden = hidden;
    this.#selector.setHidden(hidden);
    this.#updateShown();
    if (!hidden) {
      this.#send({ type: 'retryNow' });
      this.#screen?.goLive();
    }
  }

  /** A picture-in-picture window was opened or closed; it keeps showing the video of a hidden page. */
  setPictureInPicture(open: boolean): void {
    this.#selector.setPictureInPicture(open);
  }

  /** Turns the sound on, which needs a click or key, or off. */
  setSound(on: boolean): void {
    this.#sound.setOn(on);
  }

  /** Sets the volume, 0 to 1. */
  setVolume(volume: number): void {
    this.#sound.setVolume(volume);
  }

  /** The network is back: retries without further delay. */
  retryNow(): void {
    this.#send({ type: 'retryNow' });
  }

  /** Redials, because the page's session has changed. */
  redial(): void {
    this.#send({ type: 'redial' });
  }

  /** Sends a chat text; it is repeated on every new socket until the relay answers for `clientId`. */
  sendChat(clientId: string, text: string): void {
    this.#send({ type: 'chat_send', clientId, text });
  }

  /** Changes the preferences. */
  prefer(preferences: Preferences): void {
    this.#send({ type: 'prefer', preferences });
  }

  /** Requests another name. */
  rename(name: string): void {
    this.#send({ type: 'rename', name });
  }

  /** Requests a moderation action; its result comes as `moderated`. */
  moderate(message: Moderate): void {
    this.#send({ type: 'request', message });
  }

  /** Commands the camera's head; the answer comes as `ptz_result`. */
  steer(message: Ptz): void {
    this.#send({ type: 'request', message });
  }

  /** The frame on screen in its full size, undefined if there is none. */
  snapshot(): Promise<Blob | undefined> {
    if (this.#count === 0) {
      return Promise.resolve(undefined);
    }
    if (this.#screen !== undefined) {
      return snapshotOf(this.#screen.video);
    }
    const id = this.#nextSnapshot++;
    return new Promise((resolve) => {
      this.#snapshots.set(id, resolve);
      this.#send({ type: 'snapshot', id });
    });
  }

  /** Ends socket, worker and player; an engine is not started twice. */
  close(): void {
    this.#selector.close();
    this.#worker?.terminate();
    this.#screen?.close();
    this.#sound.close();
  }

  #reported(report: Report): void {
    switch (report.type) {
      case 'segment':
        return this.#screen?.append(report);
      case 'drawn':
        return this.#shown(report.captureUs, report.atUs, report.width, report.height);
      case 'cannot_decode':
        return this.#fallBack();
      case 'damaged':
        return this.#options.onEvent({ type: 'damaged', retryInMs: 0 });
      case 'snapshot':
        this.#snapshots.get(report.id)?.(report.blob);
        this.#snapshots.delete(report.id);
        return;
      case 'sound':
        return this.#sound.measured(report.stats);
      case 'sound_unplayable':
        return this.#sound.unplayable(report.codec);
      case 'sound_flowing':
        return this.#sound.setFlowing(report.flowing);
      case 'clocks':
        this.#clocks = report.clocks;
        break;
      case 'message':
        if (report.message.type === 'tracks') {
          this.#sound.announce(report.message.tracks);
        }
        break;
    }
    this.#options.onEvent(report);
  }

  #mount(mode: PlayMode): OffscreenCanvas | undefined {
    this.#mode = mode;
    const element = newMediaElement(mode);
    this.#options.onEvent({ type: 'mode', mode, element });
    if (element instanceof HTMLVideoElement) {
      this.#screen = this.#newScreen(element);
      this.#sound.setScreen(this.#screen);
      return undefined;
    }
    return element.transferControlToOffscreen();
  }

  #newScreen(video: HTMLVideoElement): SegmentScreen {
    const { onEvent } = this.#options;
    const screen = new SegmentScreen(video, {
      send: (command) => this.#send(command),
      onFrame: (captureUs) => this.#shown(captureUs, nowUs(), video.videoWidth, video.videoHeight),
      onDamaged: (retryInMs) => onEvent({ type: 'damaged', retryInMs }),
      onUnsupported: () => onEvent({ type: 'unsupported' }),
      onBlocked: () => onEvent({ type: 'blocked' }),
    });
    if (this.#paused) {
      screen.pause();
    }
    return screen;
  }

  #fallBack(): void {
    if (this.#mode !== 'webcodecs' || !this.#options.able.mse) {
      this.#options.onEvent({ type: 'unsupported' });
      return;
    }
    this.#send({ type: 'use_mse' });
    this.#mount('mse');
  }

  #shown(taken: number, atUs: number, width: number, height: number): void {
    this.#count++;
    const { pageToRelayUs, agentToRelayUs } = this.#clocks;
    const known = pageToRelayUs !== undefined && agentToRelayUs !== undefined;
    const latencyMs = known ? ageMs(atUs, pageToRelayUs, taken, agentToRelayUs) : undefined;
    const captureUs = taken + (agentToRelayUs ?? 0);
    const frame = { latencyMs, captureUs, width, height, count: this.#count };
    this.#options.onEvent({ type: 'frame', frame });
  }

  #updateShown(): void {
    this.#send({ type: 'shown', shown: !this.#paused && !this.#hidden });
  }

  #send(command: Command, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(command, transfer);
  }
}
