import { MEDIA_HEADER_BYTES, type MediaMessage } from './media';

const KIND_CODES = { video: 1, audio: 2, data: 3 } as const;

/** The binary message for one access unit; the payload is copied. */
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
