import type { Captured } from '../capture/capture';
import type { PublishCommand, SourceProblem, VideoChoice } from './command';
import type { EngineReport, PublishReport } from './report';
import { readSound, readVideo, type TrackReader } from './track-reader';
import { TrackRecorder } from './track-recorder';

/** What an engine needs. */
export interface PublishEngineOptions {
  /** Address of the publish socket, without any secret. */
  readonly url: string;
  readonly key: string;
  readonly agent: string;
  /** `codec` of the page’s address, if there is one. */
  readonly codec: string | null;
  /** What the browser’s recorder makes where there are no encoders; undefined where frames are encoded here. */
  readonly recordedType: string | undefined;
  /** Whether frames may go to the worker directly (Breakout Box). */
  readonly direct: boolean;
  readonly choice: VideoChoice;
  readonly newWorker: () => Worker;
  /** Address of the module for the AudioWorklet. */
  readonly soundModuleUrl: string;
  readonly onReport: (report: EngineReport) => void;
}

/** Publishes what is captured by a worker of its own: a publisher without its user interface. Page thread only. */
export class PublishEngine {
  readonly #options: PublishEngineOptions;
  readonly #worker: Worker;
  readonly #recorder: TrackRecorder | undefined;
  #videoReader: TrackReader | undefined;
  #soundReader: TrackReader | undefined;

  /** Dials at once. */
  constructor(options: PublishEngineOptions) {
    this.#options = options;
    this.#worker = options.newWorker();
    this.#worker.onmessage = ({ data }: MessageEvent<PublishReport>) => this.#reported(data);
    const { url, key, agent, codec, choice, recordedType } = options;
    this.#recorder = recordedType === undefined ? undefined : new TrackRecorder(recordedType, this.#send);
    this.#send({ type: 'start', url, key, agent, codec, choice, recorded: recordedType !== undefined });
  }

  /** Publishes these tracks from now on; `preview` plays the video. False when the browser cannot send the sound. */
  use(captured: Captured, preview: HTMLVideoElement): boolean {
    if (this.#recorder !== undefined) {
      this.#recorder.use(captured);
      this.#send({ type: 'video', frames: undefined });
      return true;
    }
    const { video, sound } = captured;
    this.#videoReader?.close();
    this.#soundReader?.close();
    this.#videoReader = readVideo(video, preview, this.#send, this.#options.direct);
    this.#soundReader =
      sound === undefined
        ? undefined
        : readSound(sound, this.#send, this.#options.direct, this.#options.soundModuleUrl);
    return sound === undefined || this.#soundReader !== undefined;
  }

  /** Another size or rate is wanted. */
  choose(choice: VideoChoice): void {
    this.#send({ type: 'choose', choice });
  }

  /** Why there are no frames; undefined when there are. */
  setProblem(problem: SourceProblem | undefined): void {
    this.#send({ type: 'source_problem', problem });
  }

  /** Dials now if it waits to retry. */
  retryNow(): void {
    this.#send({ type: 'retry_now' });
  }

  /** Dials anew after a refusal. */
  redial(): void {
    this.#send({ type: 'redial' });
  }

  /** Ends for good; the tracks go on. */
  stop(): void {
    this.#videoReader?.close();
    this.#soundReader?.close();
    this.#recorder?.close();
    this.#send({ type: 'stop' });
    // What is closing is sent before the worker ends.
    setTimeout(() => this.#worker.terminate(), 500);
  }

  #reported(report: PublishReport): void {
    if (report.type === 'record') {
      this.#recorder?.follow(report.recording);
    } else {
      this.#options.onReport(report);
    }
  }

  readonly #send = (command: PublishCommand, transfer: readonly Transferable[] = []): void => {
    this.#worker.postMessage(command, [...transfer]);
  };
}
