import { Connection, type ConnectionDeps, type ConnectionListener } from '../net/connection';
import type { ConnectionState } from '../net/connection-state';
import type { Publish, Source } from '../protocol/agent-message';
import type { MediaHeader } from '../protocol/media';
import { writeMedia } from '../protocol/media-writer';
import type { ControlMessage } from '../protocol/message';
import { DeliveryRate } from '../uplink/delivery-rate';
import { SendWindow } from '../uplink/send-window';
import type { PublishCodec } from './codec-choice';
import type { RecordedPiece, Recording, SourceProblem, VideoChoice } from './command';
import { DemandState } from './demand-state';
import { Outgoing, TRACK } from './outgoing';
import { RecordedPath } from './recorded-path';
import type { PublishStatus } from './report';
import { SoundEncoding } from './sound-encoding';
import { VideoPath } from './video-path';

/** The relay asks for the time every 2 s, or every 4 s while asleep: after this silence the socket is dead. */
const SILENT_MS = 12_000;
/** Sound that is this late is not sent any more, so that the page does not fall further behind. */
const MOST_SOUND_DELAY_MS = 1500;

/** What a publisher needs from outside, so that tests control time and the network. */
export interface PublisherDeps extends ConnectionDeps {
  readonly nowUs: () => number;
  readonly report: (status: PublishStatus) => void;
  /** Starts or stops the page's recorder; only where there is no codec. */
  readonly record: (recording: Recording) => void;
}

/** What is published, by which right. */
export interface PublisherOptions {
  readonly key: string;
  readonly agent: string;
  /** What the frames are encoded with; undefined when they come recorded. */
  readonly codec: PublishCodec | undefined;
  readonly choice: VideoChoice;
}

/** Publishes what is captured to a relay, in the role of an agent: encodes while someone watches, adapts to the uplink, reconnects. */
export class Publisher implements ConnectionListener {
  readonly #deps: PublisherDeps;
  readonly #options: PublisherOptions;
  readonly #connection: Connection;
  readonly #window = new SendWindow();
  readonly #delivered = new DeliveryRate();
  readonly #sent = new DeliveryRate();
  readonly #demand = new DemandState();
  readonly #outgoing: Outgoing;
  readonly #video: VideoPath | RecordedPath;
  readonly #sound: SoundEncoding;
  #state: ConnectionState = { kind: 'idle' };
  #camera: string | undefined;
  #problem: SourceProblem | undefined;
  #source = '';
  #sentBytes = 0;
  #heardMs = 0;

  constructor(deps: PublisherDeps, options: PublisherOptions) {
    this.#deps = deps;
    this.#options = options;
    this.#connection = new Connection(deps, this);
    this.#outgoing = new Outgoing(Math.floor(deps.nowUs() / 1_000_000), {
      announce: (tracks) => this.#connection.send(tracks),
      send: (header, payload) => this.#send(header, payload),
      needKeyFrame: (track) => this.#video.requestKeyFrame(track),
    });
    this.#video = options.codec === undefined ? this.#recordedPath() : this.#videoPath(options.codec);
    this.#sound = new SoundEncoding(TRACK.sound, deps.nowUs, {
      onTrack: (track) => this.#outgoing.setTrack(track),
      onUnit: (unit) => this.#outgoing.unit(TRACK.sound, unit),
    });
  }

  #videoPath(codec: PublishCodec): VideoPath {
    return new VideoPath(this.#options.choice, {
      ...this.#deps,
      codec,
      demand: this.#demand,
      way: () => ({ delayMs: this.#window.delayMs(this.#deps.nowMs()), bytes: this.#window.bytes }),
      listenerOf: (id) => ({
        onTrack: (track) => this.#outgoing.setTrack(track),
        onUnit: (unit) => this.#outgoing.unit(id, unit),
        onFailure: () => this.#outgoing.begin(),
      }),
      onRemoved: (track) => this.#outgoing.removeTrack(track),
    });
  }

  #recordedPath(): RecordedPath {
    return new RecordedPath(this.#options.choice, {
      ...this.#deps,
      onTrack: (track) => this.#outgoing.setTrack(track),
      onUnit: (track, unit) => this.#outgoing.unit(track, unit),
    });
  }

  /** Dials, also after a refusal. */
  start(): void {
    this.#connection.restart();
  }

  /** Dials now if it waits to retry. */
  retryNow(): void {
    this.#connection.retryNow();
  }

  /** Ends for good. */
  stop(): void {
    this.#connection.stop();
    this.#sleep();
  }

  /** Takes a captured frame and closes it. */
  frame(frame: VideoFrame): void {
    if (this.#video instanceof VideoPath) {
      this.#video.frame(frame, this.#awake);
    }
    frame.close();
  }

  /** Takes a piece of a recording. */
  recorded(piece: RecordedPiece): void {
    if (this.#video instanceof RecordedPath) {
      this.#video.take(piece);
    }
  }

  /** Takes a block of captured sound and closes it. */
  sound(block: AudioData): void {
    if (this.#awake && this.#window.delayMs(this.#deps.nowMs()) < MOST_SOUND_DELAY_MS) {
      this.#sound.encode(block);
    } else {
      block.close();
    }
  }

  /** Another camera or screen from now on. */
  videoChanged(): void {
    this.#video.restart();
    this.setProblem(undefined);
  }

  /** Another microphone from now on, or none. */
  soundChanged(there: boolean): void {
    this.#sound.restart();
    if (!there) {
      this.#outgoing.removeTrack(TRACK.sound);
    }
  }

  /** Another size or rate is wanted. */
  choose(choice: VideoChoice): void {
    this.#video.choose(choice);
  }

  /** Why there are no frames; undefined when there are. */
  setProblem(problem: SourceProblem | undefined): void {
    this.#problem = problem;
    this.#reportSource();
  }

  /** Checks what changes with time, about ten times a second. */
  tick(): void {
    const nowMs = this.#deps.nowMs();
    if (this.#state.kind === 'open' && nowMs - this.#heardMs > SILENT_MS) {
      this.#connection.drop();
    }
    this.#delivered.observe(nowMs, this.#window.acknowledgedBytes);
    this.#sent.observe(nowMs, this.#sentBytes);
    if (this.#outgoing.running && this.#awake) {
      this.#video.observe(this.#window.delayMs(nowMs), this.#delivered.bitsPerSecond);
    } else if (this.#outgoing.running) {
      this.#sleep();
    }
    if (this.#video instanceof RecordedPath) {
      this.#video.follow(this.#awake);
    }
    this.#reportSource();
    this.#report();
  }

  greeting(): Publish {
    return { type: 'publish', key: this.#options.key, agent: this.#options.agent };
  }

  onState(state: ConnectionState): void {
    this.#state = state;
    if (state.kind !== 'open') {
      this.#sleep();
      this.#demand.clear();
      this.#window.clear();
      this.#source = '';
    }
    this.#report();
  }

  onControl(message: ControlMessage): void {
    this.#heardMs = this.#deps.nowMs();
    switch (message.type) {
      case 'accepted':
        this.#camera = message.camera;
        return this.#reportSource();
      case 'demand':
        this.#demand.set(message, this.#heardMs);
        return this.#reportSource();
      case 'key_frame_request':
        return this.#video.requestKeyFrame(message.track);
      case 'ack':
        return this.#window.acknowledged(message.track, message.sequence, this.#heardMs);
      case 'time_request': {
        const t1 = this.#deps.nowUs();
        this.#connection.send({ type: 'time_reply', t0: message.t0, t1, t2: t1 });
      }
    }
  }

  /** A relay sends no media to a publisher. */
  onMedia(): void {}

  onUnknown(): void {}

  get #awake(): boolean {
    const wanted = this.#state.kind === 'open' && this.#demand.isAwake(this.#deps.nowMs());
    return wanted && this.#problem === undefined;
  }

  #sleep(): void {
    this.#video.sleep();
    this.#sound.close();
    this.#outgoing.begin();
  }

  #send(header: MediaHeader, payload: Uint8Array<ArrayBuffer>): void {
    const bytes = writeMedia({ ...header, payload });
    if (this.#connection.sendMedia(bytes)) {
      this.#window.sent(header.track, header.sequence, bytes.byteLength, this.#deps.nowMs());
      this.#sentBytes += bytes.byteLength;
    }
  }

  #reportSource(): void {
    if (this.#state.kind !== 'open') {
      return;
    }
    const source = this.#sourceNow();
    const text = JSON.stringify(source);
    if (text !== this.#source) {
      this.#source = text;
      this.#connection.send(source);
    }
  }

  #sourceNow(): Source {
    const uplink = this.#video.adaptation?.quality ?? 'fine';
    if (this.#problem === 'paused') {
      return { type: 'source', state: 'asleep', paused: '' };
    }
    if (this.#problem !== undefined) {
      return { type: 'source', state: 'failed', detail: this.#problem };
    }
    if (!this.#awake) {
      return { type: 'source', state: 'asleep' };
    }
    return { type: 'source', state: this.#outgoing.running ? 'live' : 'starting', uplink };
  }

  #report(): void {
    const { width = 0, height = 0, fps = 0 } = this.#video.plan ?? {};
    this.#deps.report({
      type: 'status',
      connection: this.#state,
      camera: this.#camera,
      viewers: this.#demand.viewers,
      readers: this.#demand.readers,
      live: this.#awake && this.#outgoing.running,
      quality: this.#video.adaptation?.quality ?? 'fine',
      bitRate: this.#sent.bitsPerSecond,
      codec: this.#options.codec,
      width,
      height,
      fps,
    });
  }
}
