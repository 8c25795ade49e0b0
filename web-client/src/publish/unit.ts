/** One encoded frame or packet of sound, on its way out. */
export interface Unit {
  readonly kind: 'video' | 'audio';
  readonly key: boolean;
  /** When it was captured, in µs of our clock. */
  readonly captureUs: number;
  readonly payload: Uint8Array<ArrayBuffer>;
}

/** The bytes of a chunk. */
export function payloadOf(chunk: EncodedVideoChunk | EncodedAudioChunk): Uint8Array<ArrayBuffer> {
  const payload = new Uint8Array(chunk.byteLength);
  chunk.copyTo(payload);
  return payload;
}
