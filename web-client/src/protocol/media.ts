import { ProtocolError } from './error';
import { MAX_MEDIA_BYTES } from './limits';

/** Bytes before the payload of a media message. */
export const MEDIA_HEADER_BYTES = 24;

const KINDS = { 1: 'video', 2: 'audio', 3: 'data' } as const;
const FLAG_KEY = 1;
const FLAG_DISPOSABLE = 2;
const FLAG_ENCRYPTED = 4;
const FLAG_DISCONTINUITY = 8;
const KNOWN_FLAGS = FLAG_KEY | FLAG_DISPOSABLE | FLAG_ENCRYPTED | FLAG_DISCONTINUITY;
const HIGHEST_UPPER_HALF = 0x1f_ffff;

/** The fields of the 24-byte header before a payload; times in microseconds of the agent's media clock. */
export interface MediaHeader {
  readonly kind: 'video' | 'audio' | 'data';
  readonly key: boolean;
  readonly disposable: boolean;
  readonly encrypted: boolean;
  readonly discontinuity: boolean;
  readonly track: number;
  readonly layer: number;
  readonly sequence: number;
  /** Decoding time of the access unit. */
  readonly captureTime: number;
  readonly epoch: number;
  /** Presentation time minus decoding time. */
  readonly presentationOffset: number;
}

/** One access unit as it came: header and a view on the payload's bytes. */
export interface MediaMessage extends MediaHeader {
  readonly payload: Uint8Array<ArrayBuffer>;
}

/**
 * Reads one binary message of the wire; the payload is not copied.
 *
 * @throws ProtocolError when the header is short, has an unknown kind or flag, or a time of 2^53 or more
 */
export function readMedia(bytes: ArrayBuffer): MediaMessage {
  if (bytes.byteLength < MEDIA_HEADER_BYTES || bytes.byteLength > MAX_MEDIA_BYTES) {
    throw new ProtocolError(`media message of ${bytes.byteLength} bytes`);
  }
  const view = new DataView(bytes);
  const kind = KINDS[view.getUint8(0) as keyof typeof KINDS];
  const flags = view.getUint8(1);
  const upper = view.getUint32(8);
  if (kind === undefined || (flags & ~KNOWN_FLAGS) !== 0 || upper > HIGHEST_UPPER_HALF) {
    throw new ProtocolError('media message with an unknown kind or flag, or a capture time of 2^53 or more');
  }
  return {
    kind,
    key: (flags & FLAG_KEY) !== 0,
    disposable: (flags & FLAG_DISPOSABLE) !== 0,
    encrypted: (flags & FLAG_ENCRYPTED) !== 0,
    discontinuity: (flags & FLAG_DISCONTINUITY) !== 0,
    track: view.getUint8(2),
    layer: view.getUint8(3),
    sequence: view.getUint32(4),
    captureTime: upper * 0x1_0000_0000 + view.getUint32(12),
    epoch: view.getUint32(16),
    presentationOffset: view.getInt32(20),
    payload: new Uint8Array(bytes, MEDIA_HEADER_BYTES),
  };
}

/** Presentation time of the access unit: when its frame was captured, in µs of the agent's media clock. */
export function presentationTime(header: MediaHeader): number {
  return header.captureTime + header.presentationOffset;
}
