const FULL_SCALE = 32_768;

/** The two companding laws of ITU-T G.711, as WebCodecs names them. */
export type G711Law = 'alaw' | 'ulaw';

/** Whether that codec string is G.711. */
export function isG711(codec: string): codec is G711Law {
  return codec === 'alaw' || codec === 'ulaw';
}

/** The linear value of each A-law byte, in 16 bits. */
export function fromALaw(byte: number): number {
  const value = byte ^ 0x55;
  const segment = (value >> 4) & 7;
  const low = ((value & 15) << 4) + (segment === 0 ? 0x8 : 0x108);
  const magnitude = segment > 1 ? low << (segment - 1) : low;
  return (value & 0x80) === 0 ? 0 - magnitude : magnitude;
}

/** The linear value of each µ-law byte, in 16 bits. */
export function fromMuLaw(byte: number): number {
  const value = ~byte & 0xff;
  const magnitude = ((((value & 15) << 3) + 0x84) << ((value >> 4) & 7)) - 0x84;
  return (value & 0x80) === 0 ? magnitude : 0 - magnitude;
}

const TABLES: Readonly<Record<G711Law, Float32Array>> = {
  alaw: Float32Array.from({ length: 256 }, (_, byte) => fromALaw(byte) / FULL_SCALE),
  ulaw: Float32Array.from({ length: 256 }, (_, byte) => fromMuLaw(byte) / FULL_SCALE),
};

/** The samples of each channel, from bytes that take turns among `count` channels. */
export function decodeG711(law: G711Law, bytes: Uint8Array, count: number): Float32Array<ArrayBuffer>[] {
  const table = TABLES[law];
  const frames = Math.floor(bytes.length / count);
  return Array.from({ length: count }, (_, channel) =>
    Float32Array.from({ length: frames }, (_, frame) => table[bytes[frame * count + channel] ?? 0] ?? 0),
  );
}
