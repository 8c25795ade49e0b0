import { fromBase64 } from '../protocol/base64';
import { type MediaMessage, presentationTime } from '../protocol/media';
import type { VideoTrack } from '../protocol/track';
import type { Counters } from './counters';
import { DecodeGuard } from './decode-guard';
import { type Rotation, sampleAspect } from './display';
import { ErrorBudget } from './error-budget';
import { FrameDelay } from './frame-delay';
import type { LipSync } from './lip-sync';
import { Playhead } from './playhead';
import { type Renderer, RotatedFrame } from './renderer';
import type { VideoSink } from './video-sink';

/** Receives what a decoder reports. */
export interface DecodingListener {
  /** An access unit could not be decoded; decoding goes on at the next key frame. */
  onDamaged(): void;
  /** This browser does not decode the stream; called once. */
  onUnsupported(): void;
}

/** Decodes with WebCodecs and draws the newest frame; owns the decoder and every VideoFrame it makes. */
export class WebCodecsSink implements VideoSink {
  readonly #renderer: Renderer;
  readonly #counters: Counters;
  readonly #listener: DecodingListener;
  readonly #nowMs: () => number;
  readonly #guard = new DecodeGuard();
  readonly #errors = new ErrorBudget();
  readonly #playhead = new Playhead<RotatedFrame>();
  readonly #delay: FrameDelay<RotatedFrame>;
  #decoder: VideoDecoder | undefined;
  #track: VideoTrack | undefined;
  #reordered = false;
  #needsKey = true;
  #shown = true;

  constructor(
    renderer: Renderer,
    counters: Counters,
    listener: DecodingListener,
    nowMs: () => number,
    lipSync: LipSync,
  ) {
    this.#delay = new FrameDelay({
      waitUs: (captureUs) => lipSync.waitUs(captureUs),
      onArrival: (waitUs) => lipSync.arrived(waitUs),
      setTimer: (run, ms) => setTimeout(run, ms),
      pass: (frame) => this.#pass(frame),
    });
    this.#renderer = renderer;
    this.#counters = counters;
    this.#listener = listener;
    this.#nowMs = nowMs;
  }

  configure(track: VideoTrack): void {
    this.#track = track;
    this.#reordered = false;
    this.#reset();
    this.#startOver();
  }

  switchTo(track: VideoTrack): void {
    const turnsAsBefore = (track.rotation ?? 0) === (this.#track?.rotation ?? 0);
    this.#track = track;
    const decoder = this.#decoder;
    if (decoder === undefined || !turnsAsBefore) {
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
    this.#reset();
  }

  setShown(shown: boolean): void {
    this.#shown = shown;
    this.#draw();
  }

  close(): void {
    this.#discardDecoder();
    this.#reset();
  }

  #reset(): void {
    this.#delay.reset();
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
    const { rotation = 0 } = track;
    const decoder = new VideoDecoder({
      output: (frame) => this.#decoded(frame, rotation),
      error: (error) => this.#failed(error.name === 'NotSupportedError'),
    });
    this.#decoder = decoder;
    this.#prepare(decoder, track);
  }

  #prepare(decoder: VideoDecoder, track: VideoTrack): void {
    const aspect = sampleAspect(track);
    try {
      decoder.configure({
        codec: track.codec,
        ...(aspect === undefined
          ? {}
          : { displayAspectWidth: track.width * aspect[0], displayAspectHeight: track.height * aspect[1] }),
        ...(track.config === undefined ? {} : { description: fromBase64(track.config) }),
        optimizeForLatency: !this.#reordered,
      });
    } catch {
      this.#failed(true);
    }
  }

  #decoded(frame: VideoFrame, rotation: Rotation): void {
    this.#counters.decoded++;
    this.#errors.clear();
    this.#delay.offer(new RotatedFrame(frame, rotation));
  }

  #pass(frame: RotatedFrame): void {
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
      this.#listener.onUnsupported();
    } else {
      this.#listener.onDamaged();
    }
  }

  #discardDecoder(): void {
    if (this.#decoder !== undefined && this.#decoder.state !== 'closed') {
      this.#decoder.close();
    }
    this.#decoder = undefined;
  }
}
