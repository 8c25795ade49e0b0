import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SoundEncoding } from './sound-encoding';
import type { Unit } from './unit';

/** An encoder of packets that have the timestamps of the blocks. */
class Encoder {
  state: CodecState = 'configured';
  readonly encodeQueueSize = 0;
  readonly #output: (chunk: EncodedAudioChunk) => void;

  constructor({ output }: AudioEncoderInit) {
    this.#output = output as (chunk: EncodedAudioChunk) => void;
  }

  configure(): void {}

  encode({ timestamp }: AudioData): void {
    this.#output({ timestamp, byteLength: 1, copyTo: () => {} } as unknown as EncodedAudioChunk);
  }

  close(): void {
    this.state = 'closed';
  }
}

const block = (timestamp: number) =>
  ({ timestamp, sampleRate: 48_000, numberOfChannels: 1, close: () => {} }) as unknown as AudioData;

describe('the sound of a page that publishes', () => {
  beforeEach(() => {
    vi.stubGlobal('AudioEncoder', Encoder);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('keeps its time when another microphone counts from zero', () => {
    const units: Unit[] = [];
    let nowUs = 100_000_000;
    const sound = new SoundEncoding(2, () => nowUs, {
      onTrack: () => {},
      onUnit: (unit) => units.push(unit),
    });
    sound.encode(block(30_000_000));
    nowUs += 20_000;
    sound.encode(block(30_020_000));
    sound.restart();
    nowUs += 300_000;
    sound.encode(block(0));
    nowUs += 20_000;
    sound.encode(block(20_000));
    expect(units.map(({ captureUs }) => captureUs)).toEqual([
      99_980_000, 100_000_000, 100_300_000, 100_320_000,
    ]);
  });
});
