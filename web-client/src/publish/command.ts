/** What the page wants its video to be at most. */
export interface VideoChoice {
  /** Pixels of the shorter side. */
  readonly shortSide: number;
  readonly fps: number;
}

/** Why the camera sends nothing although it is wanted. */
export type SourceProblem = 'device_gone' | 'paused';

/** What the page's recorder is to do. */
export type Recording =
  | { readonly on: false }
  /** Each start has a number of its own; `bitRate` is that of the video. */
  | { readonly on: true; readonly generation: number; readonly bitRate: number };

/** A piece of what was recorded. */
export interface RecordedPiece {
  readonly generation: number;
  /** When the recorder began, in µs of our clock. */
  readonly startedUs: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Messages from the page to the worker that encodes and sends. */
export type PublishCommand =
  | {
      readonly type: 'start';
      /** Address of the publish socket, without any secret. */
      readonly url: string;
      readonly key: string;
      /** Name and version of this page. */
      readonly agent: string;
      /** `codec` of the page’s address, if there is one. */
      readonly codec: string | null;
      /** Pieces of a recording come in place of frames and sound. */
      readonly recorded: boolean;
      readonly choice: VideoChoice;
    }
  | { readonly type: 'choose'; readonly choice: VideoChoice }
  /** The frames that follow come from here; undefined: from `frame` messages, or from nowhere. */
  | { readonly type: 'video'; readonly frames: ReadableStream<VideoFrame> | undefined }
  | { readonly type: 'frame'; readonly frame: VideoFrame }
  | { readonly type: 'sound'; readonly blocks: ReadableStream<AudioData> | undefined }
  /** The sound that follows comes from here, as blocks of an AudioWorklet. */
  | { readonly type: 'sound_port'; readonly port: MessagePort }
  | { readonly type: 'recorded'; readonly piece: RecordedPiece }
  | { readonly type: 'source_problem'; readonly problem: SourceProblem | undefined }
  /** The network is back, or the page is seen again. */
  | { readonly type: 'retry_now' }
  /** Dials anew after a refusal. */
  | { readonly type: 'redial' }
  | { readonly type: 'stop' };
