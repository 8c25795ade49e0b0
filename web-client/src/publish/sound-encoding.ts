import { CaptureClock } from '../capture/capture-clock';
import type { AudioTrack } from '../protocol/track';
import { payloadOf, type Unit } from './unit';

const OPUS_HZ = 48_000;
const BIT_RATE = { 1: 40_000, 2: 64_000 } as const;
const PACKET_US = 20_000;
/** 300 ms of blocks of 10 ms: more than this wait only when the computer cannot keep up. */
const MOST_WAITING = 30;

/** Receives what the encoder of the sound makes. */
export interface SoundListener {
  onTrack(track: AudioTrack): void;
  onUnit(unit: Unit): void;
}

/** Encodes sound as Opus. Owns the encoder and what it is given. */
export class SoundEncoding {
  readonly #id: number;
  readonly #listener: SoundListener;
  readonly #clock = new CaptureClock();
  readonly #nowUs: () => number;
  #encoder: AudioEncoder | undefined;
  #format = '';

  constructor(id: number, nowUs: () => number, listener: SoundListener) {
    this.#id = id;
    this.#nowUs = nowUs;
    this.#listener = listener;
  }

  /** Encodes one block and closes it. */
  encode(data: AudioData): void {
    const encoder = this.#follow(data);
    if (encoder.encodeQueueSize < MOST_WAITING) {
      encoder.encode(data);
    }
    data.close();
  }

  /** The blocks that follow come from another source, with timestamps of their own: each AudioContext counts from zero. */
  restart(): void {
    this.close();
    this.#clock.restart();
  }

  /** Ends the encoder until it is needed again. */
  close(): void {
    if (this.#encoder !== undefined && this.#encoder.state !== 'closed') {
      this.#encoder.close();
    }
    this.#encoder = undefined;
    this.#format = '';
  }

  #follow({ sampleRate, numberOfChannels }: AudioData): AudioEncoder {
    const format = `${sampleRate} ${numberOfChannels}`;
    if (this.#encoder === undefined || this.#encoder.state === 'closed' || format !== this.#format) {
      this.close();
      this.#format = format;
      this.#encoder = this.#open(sampleRate, numberOfChannels >= 2 ? 2 : 1);
    }
    return this.#encoder;
  }

  #open(sampleRate: number, channels: 1 | 2): AudioEncoder {
    const encoder = new AudioEncoder({
      output: (chunk) =>
        this.#listener.onUnit({
          kind: 'audio',
          key: true,
          // A packet comes when its last sample was captured; its timestamp is that of the first.
          captureUs: this.#clock.at(chunk.timestamp + PACKET_US, this.#nowUs()) - PACKET_US,
          payload: payloadOf(chunk),
        }),
      error: () => this.close(),
    });
    encoder.configure({
      codec: 'opus',
      sampleRate,
      numberOfChannels: channels,
      bitrate: BIT_RATE[channels],
    });
    this.#listener.onTrack({
      id: this.#id,
      name: 'audio',
      kind: 'audio',
      codec: 'opus',
      sample_rate: OPUS_HZ,
      channels,
    });
    return encoder;
  }
}
