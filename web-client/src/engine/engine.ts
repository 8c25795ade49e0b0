import { chooseMode } from '../media/support';
import type { ChatSend, Moderate, React } from '../protocol/chat-message';
import type { Ptz } from '../protocol/head-message';
import { MediaTransport } from '../rtc/media-transport';
import { PeerScreen } from '../rtc/peer-screen';
import type { Command } from './command';
import type { EngineOptions } from './engine-options';
import { FedScreen } from './fed-screen';
import { newVideo, snapshotOf } from './media-element';
import { MediaSelector } from './media-selector';
import { nowUs } from './now';
import { type Preferences, preferredPlayback } from './preferences';
import type { Report } from './report';
import { ShownFrames } from './shown-frames';
import { Snapshots } from './snapshots';
import { SoundControl } from './sound-control';

/** Plays one camera and carries its chat: a player without its user interface. Page thread only. */
export class Engine {
  readonly #options: EngineOptions;
  readonly #snapshots = new Snapshots((id) => this.#send({ type: 'snapshot', id }));
  #worker: Worker | undefined;
  readonly #fed: FedScreen;
  readonly #frames = new ShownFrames();
  #paused = false;
  #hidden = false;
  readonly #sound: SoundControl;
  readonly #transport: MediaTransport;
  readonly #selector = new MediaSelector({
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer as number | undefined),
    onChange: (media) => this.#transport.select(media),
  });

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#transport = this.#newTransport();
    this.#fed = new FedScreen({
      able: options.able,
      send: (command) => this.#send(command),
      onFrame: (captureUs, atUs, width, height) => this.#drawn(captureUs, atUs, width, height),
      onScreen: (screen) => this.#sound.setScreen(screen),
      onEvent: options.onEvent,
    });
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
    this.#transport.prefer(preferredPlayback(preferences));
    const canvas = this.#fed.mount(mode);
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
    return this.#fed.segments?.buffer;
  }

  /** Pauses on the current frame; the relay is asked to send no media. */
  pause(): void {
    this.#paused = true;
    this.#selector.setPaused(true);
    this.#fed.setPaused(true);
    this.#sound.setPaused(true);
    this.#updateShown();
  }

  /** Resumes at the newest frame. */
  resume(): void {
    this.#paused = false;
    this.#selector.setPaused(false);
    this.#fed.setPaused(false);
    this.#sound.setPaused(false);
    this.#updateShown();
  }

  /** Skips what is queued: by seeking in the buffer, or with a new socket when it is queued on the network path. */
  goLive(): void {
    const enough = (this.buffer?.lagMs ?? 0) > 1000;
    this.resume();
    if (!enough) {
      this.#send({ type: 'go_live' });
    }
  }

  /** Whether the page is hidden: a hidden page draws nothing and resumes at the newest frame. */
  setHidden(hidden: boolean): void {
    this.#hidden = hidden;
    this.#transport.setHidden(hidden);
    this.#selector.setHidden(hidden);
    this.#updateShown();
    if (!hidden) {
      this.#send({ type: 'retryNow' });
      this.#fed.segments?.goLive();
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

  /** Sends a chat message; it is repeated on every new socket until the relay answers for it. */
  sendChat(message: ChatSend): void {
    this.#send({ type: 'chat_send', message });
  }

  /** Changes the preferences. */
  prefer(preferences: Preferences): void {
    this.#transport.prefer(preferredPlayback(preferences));
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

  /** Reacts to a chat message; what then stands there comes as `chat_reactions`. */
  react(message: React): void {
    this.#send({ type: 'request', message });
  }

  /** Commands the camera's head; the answer comes as `ptz_result`. */
  steer(message: Ptz): void {
    this.#send({ type: 'request', message });
  }

  /** The frame on screen in its full size, undefined if there is none. */
  snapshot(): Promise<Blob | undefined> {
    if (this.#frames.count === 0) {
      return Promise.resolve(undefined);
    }
    const video = this.#transport.video ?? this.#fed.segments?.video;
    if (video !== undefined) {
      return snapshotOf(video);
    }
    return this.#snapshots.take();
  }

  /** Ends socket, worker and player; an engine is not started twice. */
  close(): void {
    this.#selector.close();
    this.#transport.close();
    this.#worker?.terminate();
    this.#fed.close();
    this.#sound.close();
  }

  #reported(report: Report): void {
    switch (report.type) {
      case 'segment':
        return this.#fed.segments?.append(report);
      case 'drawn':
        return this.#drawn(report.captureUs, report.atUs, report.width, report.height);
      case 'cannot_decode':
        return this.#fed.fallBack();
      case 'damaged':
        return this.#options.onEvent({ type: 'damaged', retryInMs: 0 });
      case 'snapshot':
        return this.#snapshots.taken(report.id, report.blob);
      case 'sound':
        return this.#sound.measured(report.stats);
      case 'sound_unplayable':
        return this.#sound.unplayable(report.codec);
      case 'sound_flowing':
        return this.#sound.setFlowing(report.flowing);
      case 'clocks':
        this.#frames.setClocks(report.clocks);
        break;
      case 'message':
        this.#transport.heard(report.message);
        if (report.message.type === 'tracks') {
          this.#sound.announce(report.message.tracks);
        }
        break;
    }
    this.#options.onEvent(report);
  }

  #newTransport(): MediaTransport {
    const { able, whepUrl, requestedTransport, onEvent } = this.#options;
    const frames = this.#frames;
    return new MediaTransport({
      forced: able.webrtc ? requestedTransport : 'websocket',
      nowMs: () => performance.now(),
      ageMs: (captureUs) => frames.ageMs(captureUs, nowUs()),
      newScreen: (deps) =>
        new PeerScreen({ ...deps, url: whepUrl, newVideo, agentNowUs: () => frames.agentNowUs }),
      select: (media) => this.#send({ type: 'select_media', media }),
      onScreen: (video) => this.#show(video),
      onFrame: (captureUs, width, height) => this.#shown(captureUs, nowUs(), width, height),
      onReception: (reception) => onEvent({ type: 'reception', reception }),
    });
  }

  #show(video: HTMLVideoElement | undefined): void {
    this.#sound.setPeer(video);
    if (video !== undefined) {
      this.#options.onEvent({ type: 'mode', mode: 'webrtc', element: video });
    } else {
      this.#fed.show();
    }
  }

  /** A frame of the socket. */
  #drawn(captureUs: number, atUs: number, width: number, height: number): void {
    if (this.#transport.socketShows(this.#frames.ageMs(captureUs, atUs))) {
      this.#shown(captureUs, atUs, width, height);
    }
  }

  #shown(captureUs: number | undefined, atUs: number, width: number, height: number): void {
    const frame = this.#frames.shown(captureUs, atUs, width, height);
    this.#options.onEvent({ type: 'frame', frame });
  }

  #updateShown(): void {
    this.#send({ type: 'shown', shown: !this.#paused && !this.#hidden });
  }

  #send(command: Command, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(command, transfer);
  }
}
