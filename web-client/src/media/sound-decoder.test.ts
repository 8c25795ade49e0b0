import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MediaMessage } from '../protocol/media';
import type { PcmBlock } from './pcm-block';
import { SoundDecoder } from './sound-decoder';

const RATE = 48_000;
const SAMPLES = 960;
const PACKET_US = 20_000;
const TRACK = { kind: 'audio', id: 3, name: 'audio', codec: 'opus', sample_rate: RATE, channels: 1 } as const;

/** Gives the times that Chromium’s decoder gave for packets with gaps: those of the first packet and of all samples since. */
class CountingDecoder {
  /** Packets that it does not answer. */
  static silent = 0;
  state = 'unconfigured';
  decodeQueueSize = 0;
  readonly #output: (data: object) => void;
  #timestamp: number | undefined;

  constructor({ output }: { output: (data: object) => void }) {
    this.#output = output;
  }

  configure(): void {
    this.state = 'configured';
  }

  reset(): void {
    this.#timestamp = undefined;
  }

  close(): void {
    this.state = 'closed';
  }

  decode(chunk: { timestamp: number }): void {
    if (CountingDecoder.silent-- > 0) return;
    const timestamp = this.#timestamp ?? chunk.timestamp;
    this.#timestamp = timestamp + PACKET_US;
    const frame = { timestamp, sampleRate: RATE, numberOfFrames: SAMPLES, numberOfChannels: 1 };
    queueMicrotask(() => this.#output({ ...frame, copyTo: () => undefined, close: () => undefined }));
  }
}

function packet(captureTime: number): MediaMessage {
  return { captureTime, presentationOffset: 0, payload: new Uint8Array(1) } as unknown as MediaMessage;
}

async function decoded(times: readonly number[]): Promise<number[]> {
  const blocks: PcmBlock[] = [];
  const decoder = new SoundDecoder(
    { onBlock: (block) => blocks.push(block), onUnplayable: () => undefined },
    () => 0,
  );
  for (const time of times) {
    decoder.push(TRACK, packet(time));
    await Promise.resolve();
  }
  return blocks.map((block) => block.captureUs);
}

describe('decoding sound', () => {
  vi.stubGlobal(
    'EncodedAudioChunk',
    class {
      constructor(init: object) {
        Object.assign(this, init);
      }
    },
  );
  vi.stubGlobal('AudioDecoder', CountingDecoder);
  afterEach(() => {
    CountingDecoder.silent = 0;
  });

  it('gives each block the time of its packet, over gaps and with a clock that runs faster than its samples', async () => {
    const times = Array.from({ length: 100 }, (_, i) => i * (PACKET_US + 3) + (i >= 50 ? 70_000 : 0));
    expect(await decoded(times)).toEqual(times);
  });

  it('begins anew with a decoder that does not answer', async () => {
    CountingDecoder.silent = 13;
    const times = Array.from({ length: 40 }, (_, i) => i * PACKET_US);
    expect(await decoded(times)).toEqual(times.slice(13));
  });
});
