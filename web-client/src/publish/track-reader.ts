import { nowUs } from '../engine/now';
import type { PublishCommand } from './command';
import { CAPTURE_PROCESSOR } from './sound-block';

/** Hands a command to the worker. */
export type Send = (command: PublishCommand, transfer: readonly Transferable[]) => void;

/** Gives the frames of a track to the worker, until it is closed. */
export interface TrackReader {
  close(): void;
}

interface Processor<T> {
  readonly readable: ReadableStream<T>;
}
type ProcessorConstructor = new <T>(options: { track: MediaStreamTrack }) => Processor<T>;

/** Breakout Box, which Chromium has on the page: frames go to the worker without passing through this thread. */
function processorOf(): ProcessorConstructor | undefined {
  return (globalThis as { MediaStreamTrackProcessor?: ProcessorConstructor }).MediaStreamTrackProcessor;
}

/**
 * Passes the video of `track` on to the worker. Without Breakout Box the frames are taken from `preview`, which plays it.
 *
 * @param direct whether Breakout Box may be used
 */
export function readVideo(
  track: MediaStreamTrack,
  preview: HTMLVideoElement,
  send: Send,
  direct: boolean,
): TrackReader {
  const Processor = direct ? processorOf() : undefined;
  if (Processor === undefined) {
    send({ type: 'video', frames: undefined }, []);
    return new ElementReader(preview, send);
  }
  const { readable } = new Processor<VideoFrame>({ track });
  send({ type: 'video', frames: readable }, [readable as unknown as Transferable]);
  return { close: () => send({ type: 'video', frames: undefined }, []) };
}

/**
 * Passes the sound of `track` on to the worker; without Breakout Box by way of an AudioWorklet. Undefined where sound cannot be encoded.
 *
 * @param direct whether Breakout Box may be used
 * @param moduleUrl of the AudioWorklet
 */
export function readSound(
  track: MediaStreamTrack,
  send: Send,
  direct: boolean,
  moduleUrl: string,
): TrackReader | undefined {
  if (typeof AudioEncoder === 'undefined') {
    return undefined;
  }
  const Processor = direct ? processorOf() : undefined;
  if (Processor === undefined) {
    return new WorkletReader(track, send, moduleUrl);
  }
  const { readable } = new Processor<AudioData>({ track });
  send({ type: 'sound', blocks: readable }, [readable as unknown as Transferable]);
  return { close: () => send({ type: 'sound', blocks: undefined }, []) };
}

/** Takes the sound of a track on the thread of the audio device. */
class WorkletReader implements TrackReader {
  readonly #context = new AudioContext({ sampleRate: 48_000 });
  readonly #send: Send;

  constructor(track: MediaStreamTrack, send: Send, moduleUrl: string) {
    this.#send = send;
    // Without the module there is no sound, and the video goes on.
    this.#start(track, moduleUrl).catch(() => {});
  }

  close(): void {
    void this.#context.close().catch(() => {});
    this.#send({ type: 'sound', blocks: undefined }, []);
  }

  async #start(track: MediaStreamTrack, moduleUrl: string): Promise<void> {
    await this.#context.audioWorklet.addModule(moduleUrl);
    const node = new AudioWorkletNode(this.#context, CAPTURE_PROCESSOR, { numberOfOutputs: 0 });
    const { port1, port2 } = new MessageChannel();
    node.port.postMessage(port1, [port1]);
    this.#send({ type: 'sound_port', port: port2 }, [port2]);
    this.#context.createMediaStreamSource(new MediaStream([track])).connect(node);
    await this.#context.resume();
  }
}

/** Takes each frame that a video element shows. */
class ElementReader implements TrackReader {
  readonly #video: HTMLVideoElement;
  readonly #send: Send;
  #handle: number;

  constructor(video: HTMLVideoElement, send: Send) {
    this.#video = video;
    this.#send = send;
    this.#handle = video.requestVideoFrameCallback(this.#shown);
  }

  close(): void {
    this.#video.cancelVideoFrameCallback(this.#handle);
  }

  readonly #shown = (_now: number, { captureTime }: VideoFrameCallbackMetadata): void => {
    const timestamp =
      captureTime === undefined ? nowUs() : Math.round((performance.timeOrigin + captureTime) * 1000);
    const frame = new VideoFrame(this.#video, { timestamp });
    this.#send({ type: 'frame', frame }, [frame]);
    this.#handle = this.#video.requestVideoFrameCallback(this.#shown);
  };
}
