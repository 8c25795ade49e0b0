import { toBase64 } from '../protocol/base64';
import type { VideoTrack } from '../protocol/track';
import type { VideoPlan } from '../uplink/video-plan';
import { encoderConfig, type PublishCodec } from './codec-choice';
import { payloadOf, type Unit } from './unit';

/** A key frame comes at least so often, so that late joiners have little to catch up with. */
const KEY_EVERY_US = 4_000_000;
/** Encoders are not set up again for less. */
const RATE_CHANGE = 0.1;
/** A frame that has not come out after this time was dropped. */
const LOST_AFTER_US = 1_000_000;
/** How long no frame is encoded after a failure. */
const FAILURE_PAUSE_US = 1_000_000;

/** Receives what an encoder makes. */
export interface VideoListener {
  /** The track, before its first unit and at every change of its parameters. */
  onTrack(track: VideoTrack): void;
  onUnit(unit: Unit): void;
  /** The encoder has failed; the next frame sets up another one. */
  onFailure(error: Error): void;
}

/** Encodes one rendition; follows its plan from frame to frame. Owns the encoder, borrows the frames. */
export class VideoEncoding {
  readonly #id: number;
  readonly #name: 'main' | 'low';
  readonly #codec: PublishCodec;
  readonly #listener: VideoListener;
  /** Encoders take small timestamps better than µs since 1970. */
  readonly #originUs: number;
  #encoder: VideoEncoder | undefined;
  #config: VideoEncoderConfig | undefined;
  #track: VideoTrack | undefined;
  /** Timestamps of these frames; at most as many as the caller lets wait. */
  #pending: number[] = [];
  #keyWanted = true;
  #lastKeyUs = 0;
  #failed = false;
  #notBeforeUs = 0;
  #lastUs = 0;

  constructor(
    id: number,
    name: 'main' | 'low',
    codec: PublishCodec,
    originUs: number,
    listener: VideoListener,
  ) {
    this.#id = id;
    this.#name = name;
    this.#codec = codec;
    this.#originUs = originUs;
    this.#listener = listener;
  }

  /** Frames that were given and have not come out. */
  get waiting(): number {
    return this.#pending.length;
  }

  /** What it announces; undefined before its first unit. */
  get track(): VideoTrack | undefined {
    return this.#track;
  }

  /** The next frame becomes a key frame. */
  requestKeyFrame(): void {
    this.#keyWanted = true;
  }

  /** Encodes a frame that was captured at `captureUs`. */
  encode(frame: VideoFrame, captureUs: number, plan: VideoPlan): void {
    if (captureUs < this.#notBeforeUs) {
      return;
    }
    const encoder = this.#follow(plan);
    const keyFrame = this.#keyWanted || captureUs - this.#lastKeyUs >= KEY_EVERY_US;
    this.#lastUs = captureUs;
    const timestamp = captureUs - this.#originUs;
    const timed = new VideoFrame(frame, { timestamp });
    // Encoders drop frames to keep their rate: those never come out.
    this.#pending = this.#pending.filter((one) => one > timestamp - LOST_AFTER_US);
    this.#pending.push(timestamp);
    try {
      encoder.encode(timed, { keyFrame });
    } finally {
      timed.close();
    }
    if (keyFrame) {
      this.#keyWanted = false;
      this.#lastKeyUs = captureUs;
    }
  }

  /** Ends the encoder; what it has not put out is lost. */
  close(): void {
    if (this.#encoder !== undefined && this.#encoder.state !== 'closed') {
      this.#encoder.close();
    }
    this.#encoder = undefined;
    this.#config = undefined;
    this.#track = undefined;
    this.#pending = [];
    this.#keyWanted = true;
  }

  #follow(plan: VideoPlan): VideoEncoder {
    const encoder = this.#encoder ?? this.#open();
    const before = this.#config;
    const resized = before?.width !== plan.width || before.height !== plan.height;
    if (resized || isOther(before?.bitrate, plan.bitRate) || isOther(before?.framerate, plan.fps)) {
      const config = encoderConfig(this.#codec, plan);
      // Where the encoder of the computer fails, that of the browser may not.
      this.#config = this.#failed ? { ...config, hardwareAcceleration: 'prefer-software' } : config;
      encoder.configure(this.#config);
      this.#keyWanted ||= resized;
    }
    return encoder;
  }

  #open(): VideoEncoder {
    const encoder = new VideoEncoder({
      output: (chunk, metadata) => this.#output(chunk, metadata?.decoderConfig),
      error: (error) => {
        this.close();
        this.#failed = true;
        this.#notBeforeUs = this.#lastUs + FAILURE_PAUSE_US;
        this.#listener.onFailure(error);
      },
    });
    this.#encoder = encoder;
    return encoder;
  }

  #output(chunk: EncodedVideoChunk, decoder: VideoDecoderConfig | undefined): void {
    this.#pending = this.#pending.filter((one) => one > chunk.timestamp);
    if (decoder !== undefined) {
      this.#announce(decoder);
    }
    if (this.#track === undefined) {
      return;
    }
    this.#listener.onUnit({
      kind: 'video',
      key: chunk.type === 'key',
      captureUs: chunk.timestamp + this.#originUs,
      payload: payloadOf(chunk),
    });
  }

  #announce(decoder: VideoDecoderConfig): void {
    const track = trackOf(this.#id, this.#name, this.#config, decoder);
    if (JSON.stringify(track) !== JSON.stringify(this.#track)) {
      this.#track = track;
      this.#listener.onTrack(track);
    }
  }
}

/** The announcement of a track whose decoder is set up with `decoder`. */
export function trackOf(
  id: number,
  name: string,
  config: VideoEncoderConfig | undefined,
  decoder: VideoDecoderConfig,
): VideoTrack {
  const record = decoder.description === undefined ? undefined : bytesOf(decoder.description);
  return {
    id,
    name,
    kind: 'video',
    codec: record === undefined ? decoder.codec : avcCodec(record, decoder.codec),
    ...(record !== undefined && { config: toBase64(record) }),
    width: decoder.codedWidth ?? config?.width ?? 0,
    height: decoder.codedHeight ?? config?.height ?? 0,
    ...rotationOf(decoder),
  };
}

/** The codec string must match profile, constraints and level of the record, which the encoder chose. */
function avcCodec(record: Uint8Array, codec: string): string {
  const hex = [...record.subarray(1, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return codec.startsWith('avc1.') ? `avc1.${hex.toUpperCase()}` : codec;
}

function rotationOf(decoder: VideoDecoderConfig): Pick<VideoTrack, 'rotation'> {
  const { rotation } = decoder as { rotation?: number };
  return rotation === 90 || rotation === 180 || rotation === 270 ? { rotation } : {};
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}

function isOther(before: number | undefined, now: number): boolean {
  return before === undefined || Math.abs(now - before) > before * RATE_CHANGE;
}
