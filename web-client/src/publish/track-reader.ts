import { nowUs } from '../engine/now';
import type { PublishCommand } from './command';

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

/** Passes the sound of `track` on to the worker; undefined where the browser cannot: then there is none. */
export function readSound(track: MediaStreamTrack, send: Send): TrackReader | undefined {
  const Processor = processorOf();
  if (Processor === undefined || typeof AudioEncoder === 'undefined') {
    return undefined;
  }
  const { readable } = new Processor<AudioData>({ track });
  send({ type: 'sound', blocks: readable }, [readable as unknown as Transferable]);
  return { close: () => send({ type: 'sound', blocks: undefined }, []) };
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
