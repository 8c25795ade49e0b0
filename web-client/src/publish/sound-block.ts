/** Name of the processor that captures sound in an AudioWorklet. */
export const CAPTURE_PROCESSOR = 'fanlight-capture';

/** A block of captured sound as an AudioWorklet gives it: samples of the first channel, then of the second. */
export interface SoundBlock {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly channels: 1 | 2;
  readonly sampleRate: number;
  /** Time of the audio context at the first sample, µs. */
  readonly contextUs: number;
}

/** Joins the small quanta of an AudioWorklet to blocks of 10 ms. */
export class BlockBuilder {
  readonly #sampleRate: number;
  readonly #frames: number;
  #samples: Float32Array<ArrayBuffer> | undefined;
  #channels: 1 | 2 = 1;
  #filled = 0;
  #contextUs = 0;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
    this.#frames = Math.round(sampleRate / 100);
  }

  /** Takes one quantum, whose first sample is at `contextUs`; gives each block that is complete to `take`. */
  add(quantum: readonly Float32Array[], contextUs: number, take: (block: SoundBlock) => void): void {
    const channels = quantum.length >= 2 ? 2 : 1;
    const length = quantum[0]?.length ?? 0;
    if (channels !== this.#channels) {
      this.#channels = channels;
      this.#samples = undefined;
    }
    for (let from = 0; from < length; ) {
      const block = this.#block(contextUs + (from * 1_000_000) / this.#sampleRate);
      const count = Math.min(length - from, this.#frames - this.#filled);
      for (let channel = 0; channel < channels; channel++) {
        const part = quantum[channel]?.subarray(from, from + count) ?? [];
        block.set(part, channel * this.#frames + this.#filled);
      }
      from += count;
      this.#filled += count;
      this.#finish(block, take);
    }
  }

  #block(contextUs: number): Float32Array<ArrayBuffer> {
    if (this.#samples === undefined) {
      this.#samples = new Float32Array(this.#frames * this.#channels);
      this.#filled = 0;
      this.#contextUs = contextUs;
    }
    return this.#samples;
  }

  #finish(samples: Float32Array<ArrayBuffer>, take: (block: SoundBlock) => void): void {
    if (this.#filled < this.#frames) {
      return;
    }
    this.#samples = undefined;
    const [channels, sampleRate, contextUs] = [this.#channels, this.#sampleRate, Math.round(this.#contextUs)];
    take({ samples, channels, sampleRate, contextUs });
  }
}

/** The block as encoders take it. */
export function audioDataOf({ samples, channels, sampleRate, contextUs }: SoundBlock): AudioData {
  return new AudioData({
    format: 'f32-planar',
    sampleRate,
    numberOfChannels: channels,
    numberOfFrames: samples.length / channels,
    timestamp: contextUs,
    data: samples,
  });
}
