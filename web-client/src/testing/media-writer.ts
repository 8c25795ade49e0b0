import { MEDIA_HEADER_BYTES, type MediaMessage } from '../protocol/media';

const KIND_CODES = { video: 1, audio: 2, data: 3 } as const;

/** The binary message a relay would send for `message`. */
export function writeMedia(message: MediaMessage): ArrayBuffer {
  const bytes = new Uint8Array(MEDIA_HEADER_BYTES + message.payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, KIND_CODES[message.kind]);
  view.setUint8(
    1,
    Number(message.key) +
      2 * Number(message.disposable) +
      4 * Number(message.encrypted) +
      8 * Number(message.discontinuity),
  );
  view.setUint8(2, message.track);
  view.setUint8(3, message.layer);
  view.setUint32(4, message.sequence);
  view.setBigUint64(8, BigInt(message.captureTime));
  view.setUint32(16, message.epoch);
  view.setInt32(20, message.presentationOffset);
  bytes.set(message.payload, MEDIA_HEADER_BYTES);
  return bytes.buffer;
}

/** A video access unit for tests: epoch 1, track 0, 30 frames a second, unless `members` says otherwise. */
export function frame(sequence: number, members: Partial<MediaMessage> = {}): MediaMessage {
  return {
    kind: 'video',
    key: false,
    disposable: false,
    encrypted: false,
    discontinuity: false,
    track: 0,
    layer: 0,
    sequence,
    captureTime: 1_000_000 + sequence * 33_333,
    epoch: 1,
    presentationOffset: 0,
    payload: new Uint8Array([0, 0, 0, 1, 0x41]),
    ...members,
  };
}
