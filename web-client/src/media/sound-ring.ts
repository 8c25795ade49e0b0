import type { PcmBlock } from './pcm-block';

/** Samples a channel holds, a power of two: 2.7 s at 48 kHz. */
const CAPACITY = 131_072;
const MASK = CAPACITY - 1;
/** A gap up to this is jitter of the capture times. */
const JITTER_US = 15_000;
/** Capture times that are further apart than this do not belong together. */
const JUMP_US = 1_000_000;

/** Samples that wait to be heard, and when each was captured. What was lost becomes silence, so that time is kept. */
export class SoundRing {
  readonly #channels = [new Float32Array(CAPACITY), new Float32Array(CAPACITY)] as const;
  #rate = 0;
  #written = 0;
  #read = 0;
  #anchor: { readonly index: number; readonly captureUs: number } | undefined;

  /** Milliseconds of sound that wait. */
  get bufferedMs(): number {
    return this.#rate === 0 ? 0 : ((this.#written - this.#read) * 1000) / this.#rate;
  }

  /** When the next sample was captured, in µs; undefined before the first. */
  get captureUs(): number | undefined {
    return this.#anchor === undefined ? undefined : this.#captureAt(this.#read);
  }

  /** Adds a block behind what waits; one that was heard before is ignored. When the ring is full the oldest samples go. */
  push(block: PcmBlock): void {
    const [first] = block.channels;
    if (first === undefined || first.length === 0) {
      return;
    }
    if (block.rate !== this.#rate) {
      this.clear();
      this.#rate = block.rate;
    }
    const gapUs = this.#anchor === undefined ? 0 : block.captureUs - this.#captureAt(this.#written);
    const lengthUs = (first.length * 1_000_000) / block.rate;
    if (Math.abs(gapUs) > JUMP_US) {
      this.clear();
      this.#rate = block.rate;
    } else if (gapUs > JITTER_US) {
      this.#silence(Math.round((gapUs * block.rate) / 1_000_000));
    } else if (gapUs < -JITTER_US && gapUs <= -lengthUs) {
      return;
    }
    this.#anchor = { index: this.#written, captureUs: block.captureUs };
    this.#write(first, block.channels[1] ?? first);
  }

  /** Fills `output` at `rate` samples a second and `speed` times as fast as captured; where nothing waits it stays silent. */
  read(output: readonly Float32Array[], rate: number, speed: number): void {
    const [left, right] = output;
    if (left === undefined) {
      return;
    }
    const step = (this.#rate / rate) * speed;
    for (let frame = 0; frame < left.length && this.#read + 1 <= this.#written; frame++) {
      left[frame] = this.#sample(this.#channels[0]);
      if (right !== undefined) {
        right[frame] = this.#sample(this.#channels[1]);
      }
      this.#read = Math.min(this.#read + step, this.#written);
    }
  }

  /** Drops the oldest `ms`. */
  skip(ms: number): void {
    this.#read = Math.min(this.#written, this.#read + (ms * this.#rate) / 1000);
  }

  /** Drops everything. */
  clear(): void {
    this.#written = 0;
    this.#read = 0;
    this.#anchor = undefined;
  }

  #captureAt(index: number): number {
    const { index: from = 0, captureUs = 0 } = this.#anchor ?? {};
    return captureUs + ((index - from) * 1_000_000) / this.#rate;
  }

  #sample(channel: Float32Array): number {
    const whole = Math.floor(this.#read);
    const part = this.#read - whole;
    const one = channel[whole & MASK] ?? 0;
    const other = whole + 1 < this.#written ? (channel[(whole + 1) & MASK] ?? 0) : one;
    return one + (other - one) * part;
  }

  #silence(count: number): void {
    for (let left = count; left > 0; left--) {
      this.#put(0, 0);
    }
  }

  #write(left: Float32Array, right: Float32Array): void {
    for (let frame = 0; frame < left.length; frame++) {
      this.#put(left[frame] ?? 0, right[frame] ?? 0);
    }
  }

  #put(left: number, right: number): void {
    this.#channels[0][this.#written & MASK] = left;
    this.#channels[1][this.#written & MASK] = right;
    this.#written++;
    this.#read = Math.max(this.#read, this.#written - CAPACITY);
  }
}
