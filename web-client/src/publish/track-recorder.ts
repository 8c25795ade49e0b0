import type { Captured } from '../capture/capture';
import { nowUs } from '../engine/now';
import type { Recording } from './command';
import type { Send } from './track-reader';

/** A piece comes so often; the frames in it wait half as long on the average. */
const PIECE_MS = 50;
const SOUND_BIT_RATE = 64_000;
const KEY_EVERY_MS = 4000;
/** VP8 is what every browser with a recorder encodes. */
const TYPES = ['video/webm;codecs=vp8,opus', 'video/webm;codecs=vp9,opus'];

/** What this browser's recorder makes; undefined when it has none for WebM. */
export function recordedType(): string | undefined {
  return typeof MediaRecorder === 'undefined'
    ? undefined
    : TYPES.find((type) => MediaRecorder.isTypeSupported(type));
}

/** Records tracks as the worker wants it, and hands it each piece. Page thread only. */
export class TrackRecorder {
  readonly #send: Send;
  readonly #type: string;
  #captured: Captured | undefined;
  #recorder: MediaRecorder | undefined;

  constructor(type: string, send: Send) {
    this.#type = type;
    this.#send = send;
  }

  /** Records these tracks from the next start on. */
  use(captured: Captured): void {
    this.#captured = captured;
  }

  /** Starts, starts anew or stops. */
  follow(recording: Recording): void {
    this.close();
    if (recording.on && this.#captured !== undefined) {
      this.#recorder = this.#start(this.#captured, recording.generation, recording.bitRate);
    }
  }

  /** Ends the recorder; the tracks go on. */
  close(): void {
    if (this.#recorder?.state === 'recording') {
      this.#recorder.stop();
    }
    this.#recorder = undefined;
  }

  #start({ video, sound }: Captured, generation: number, bitRate: number): MediaRecorder {
    const tracks = sound === undefined ? [video] : [video, sound];
    const options = {
      // Firefox records nothing when a codec is named for sound that is not there.
      mimeType: sound === undefined ? this.#type.replace(',opus', '') : this.#type,
      videoBitsPerSecond: bitRate,
      audioBitsPerSecond: SOUND_BIT_RATE,
      videoKeyFrameIntervalDuration: KEY_EVERY_MS,
    };
    const recorder = new MediaRecorder(new MediaStream(tracks), options);
    let startedUs = nowUs();
    let before: Promise<void> = Promise.resolve();
    recorder.onstart = () => {
      startedUs = nowUs();
    };
    recorder.ondataavailable = ({ data }) => {
      const piece = data.arrayBuffer();
      // One after the other, whatever the browser does to blobs.
      before = before.then(async () => {
        const bytes = new Uint8Array(await piece);
        this.#send({ type: 'recorded', piece: { generation, startedUs, bytes } }, [bytes.buffer]);
      });
    };
    recorder.start(PIECE_MS);
    return recorder;
  }
}
