import { fromBase64 } from '../protocol/base64';
import { type MediaMessage, presentationTime } from '../protocol/media';
import type { AudioTrack } from '../protocol/track';
import { ErrorBudget } from './error-budget';
import { decodeG711, isG711 } from './g711';
import type { PcmBlock } from './pcm-block';
import type { SoundSink } from './sound-sink';

/** Packets that the decoder has not answered yet. With more it begins anew: a queue that only just keeps up would stay for ever. */
const MOST_WAITING = 12;
const MOST_CHANNELS = 2;

/** Receives what a decoder makes of the sound. */
export interface SoundListener {
  onBlock(block: PcmBlock): void;
  /** This browser does not decode it; called once a track. */
  onUnplayable(codec: string): void;
}

/**
 * Decodes the sound of a camera: G.711 by table, everything else with WebCodecs. Of more than two channels the first two are heard.
 *
 * Each packet becomes one block, which gets the time of its packet: Chromium counts samples from the first packet on instead, so that its times are off by
 * all gaps since, and by what the camera's crystal differs from its clock.
 */
export class SoundDecoder implements SoundSink {
  readonly #listener: SoundListener;
  readonly #nowMs: () => number;
  readonly #errors = new ErrorBudget();
  #track: AudioTrack | undefined;
  #decoder: AudioDecoder | undefined;
  /** Capture times of the packets that the decoder has not answered yet. */
  #waiting: number[] = [];
  #refused = false;

  constructor(listener: SoundListener, nowMs: () => number) {
    this.#listener = listener;
    this.#nowMs = nowMs;
  }

  push(track: AudioTrack, message: MediaMessage): void {
    if (track !== this.#track) {
      this.close();
      this.#track = track;
      this.#refused = false;
    }
    if (isG711(track.codec)) {
      const channels = decodeG711(track.codec, message.payload, track.channels);
      this.#emit(presentationTime(message), track.sample_rate, channels);
    } else if (!this.#refused) {
      this.#decode(track, message);
    }
  }

  close(): void {
    if (this.#decoder !== undefined && this.#decoder.state !== 'closed') {
      this.#decoder.close();
    }
    this.#decoder = undefined;
    this.#waiting = [];
  }

  #decode(track: AudioTrack, message: MediaMessage): void {
    try {
      this.#decoder ??= this.#newDecoder();
      if (this.#decoder.state === 'unconfigured' || this.#waiting.length > MOST_WAITING) {
        this.#prepare(this.#decoder, track);
      }
      const timestamp = presentationTime(message);
      this.#decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp, data: message.payload }));
      this.#waiting.push(timestamp);
    } catch {
      this.#failed(this.#decoder === undefined);
    }
  }

  #newDecoder(): AudioDecoder {
    return new AudioDecoder({
      output: (data) => this.#decoded(data),
      error: (error) => this.#failed(error.name === 'NotSupportedError'),
    });
  }

  #prepare(decoder: AudioDecoder, track: AudioTrack): void {
    decoder.reset();
    this.#waiting = [];
    decoder.configure({
      codec: track.codec,
      sampleRate: track.sample_rate,
      numberOfChannels: track.channels,
      ...(track.config === undefined ? {} : { description: fromBase64(track.config) }),
    });
  }

  #decoded(data: AudioData): void {
    this.#errors.clear();
    const channels = Array.from(
      { length: Math.min(MOST_CHANNELS, data.numberOfChannels) },
      (_, planeIndex) => {
        const samples = new Float32Array(data.numberOfFrames);
        data.copyTo(samples, { planeIndex, format: 'f32-planar' });
        return samples;
      },
    );
    const { timestamp, sampleRate } = data;
    data.close();
    this.#emit(this.#waiting.shift() ?? timestamp, sampleRate, channels);
  }

  #emit(captureUs: number, rate: number, channels: readonly Float32Array<ArrayBuffer>[]): void {
    this.#listener.onBlock({ captureUs, rate, channels: channels.slice(0, MOST_CHANNELS) });
  }

  #failed(hopeless: boolean): void {
    this.close();
    if (this.#errors.spend(this.#nowMs()) || hopeless) {
      this.#refused = true;
      this.#listener.onUnplayable(this.#track?.codec ?? '');
    }
  }
}
