import { fromBase64 } from '../protocol/base64';
import { type MediaMessage, presentationTime } from '../protocol/media';
import type { VideoTrack } from '../protocol/track';
import type { Counters } from './counters';
import { DecodeGuard } from './decode-guard';
import { ErrorBudget } from './error-budget';
import { Playhead } from './playhead';
import type { Renderer } from './renderer';
import type { VideoSink } from './video-sink';

/** Decodes with WebCodecs and draws the newest frame; owns the decoder and every VideoFrame it makes. */
export class WebCodecsSink implements VideoSink {
  readonly #renderer: Renderer;
  readonly #counters: Counters;
  readonly #onUnsupported: () => void;
  readonly #nowMs: () => number;
  readonly #guard = new DecodeGuard();
  readonly #errors = new ErrorBudget();
  readonly #playhead = new Playhead<VideoFrame>();
  #decoder: VideoDecoder | undefined;
  #track: VideoTrack | undefined;
  #reordered = false;
  #needsKey = true;
  #shown = true;

  /** @param onUnsupported called once when this browser cannot decode the stream */
  constructor(renderer: Renderer, counters: Counters, onUnsupported: () => void, nowMs: () => number) {
    this.#renderer = renderer;
    this.#counters = counters;
    this.#onUnsupported = onUnsupported;
    this.#nowMs = nowMs;
  }

  configure(track: VideoTrack): void {
    this.#track = track;
    this.#reordered = false;
    this.#playhead.reset();
    this.#startOver();
  }

  switchTo(track: VideoTrack): void {
    this.#track = track;
    const decoder = this.#decoder;
    if (decoder === undefined) {
      this.#startOver();
      return;
    }
    this.#needsKey = true;
    // Frames queued in the decoder are shown before the change; a decoder that fails meanwhile reports it itself.
    decoder.flush().catch(() => undefined);
    this.#prepare(decoder, track);
  }

  push(message: MediaMessage): void {
    if (this.#needsKey && !message.key) {
      this.#counters.skippedDecoding++;
      return;
    }
    this.#noteReordering(message);
    const decision = this.#guard.judge(this.#decoder?.decodeQueueSize ?? 0, message.key, this.#nowMs());
    if (decision === 'skip') {
      this.#counters.skippedDecoding++;
      return;
    }
    if (decision === 'start_over' || this.#decoder === undefined) {
      this.#counters.skippedDecoding += this.#decoder?.decodeQueueSize ?? 0;
      this.#startOver();
    }
    this.#decode(message);
  }

  expectBurst(): void {
    this.#guard.expectBurst();
    this.#playhead.reset();
  }

  setShown(shown: boolean): void {
    this.#shown = shown;
    this.#draw();
  }

  close(): void {
    this.#discardDecoder();
    this.#playhead.reset();
  }

  #noteReordering(message: MediaMessage): void {
    if (message.presentationOffset !== 0 && !this.#reordered) {
      this.#reordered = true;
      if (message.key) {
        this.#startOver();
      }
    }
  }

  #decode(message: MediaMessage): void {
    this.#needsKey = false;
    try {
      this.#decoder?.decode(
        new EncodedVideoChunk({
          type: message.key ? 'key' : 'delta',
          timestamp: presentationTime(message),
          data: message.payload,
        }),
      );
    } catch {
      this.#failed(false);
    }
  }

  #startOver(): void {
    this.#needsKey = true;
    this.#discardDecoder();
    const track = this.#track;
    if (track === undefined) {
      return;
    }
    const decoder = new VideoDecoder({
      output: (frame) => this.#decoded(frame),
      error: (error) => this.#failed(error.name === 'NotSupportedError'),
    });
    this.#decoder = decoder;
    this.#prepare(decoder, track);
  }

  #prepare(decoder: VideoDecoder, track: VideoTrack): void {
    try {
      decoder.configure({
        codec: track.codec,
        ...(track.config === undefined ? {} : { description: fromBase64(track.config) }),
        optimizeForLatency: !this.#reordered,
      });
    } catch {
      this.#failed(true);
    }
  }

  #decoded(frame: VideoFrame): void {
    this.#counters.decoded++;
    this.#playhead.offer(frame);
    this.#counters.skippedDrawing = this.#playhead.skipped;
    this.#draw();
  }

  #draw(): void {
    if (this.#shown) {
      this.#renderer.request(() => this.#playhead.take());
    }
  }

  #failed(hopeless: boolean): void {
    this.#counters.decoderErrors++;
    this.#needsKey = true;
    this.#discardDecoder();
    if (this.#errors.spend(this.#nowMs()) || hopeless) {
      this.#track = undefined;
      this.#onUnsupported();
    }
  }

  #discardDecoder(): void {
    if (this.#decoder !== undefined && this.#decoder.state !== 'closed') {
      this.#decoder.close();
    }
    this.#decoder = undefined;
  }
}
