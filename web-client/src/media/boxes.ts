/** Bytes, or a box whose bytes are known. */
export type Part = Uint8Array<ArrayBuffer>;

const CODE_A = 0xff;

/** Unsigned 8-, 16-, 32- and 64-bit big-endian fields. */
export const u8 = (...values: readonly number[]): Part => Uint8Array.from(values);

/** 16-bit fields. */
export const u16 = (...values: readonly number[]): Part =>
  Uint8Array.from(values.flatMap((value) => [(value >>> 8) & CODE_A, value & CODE_A]));

/** 32-bit fields; negative values as two's complement. */
export const u32 = (...values: readonly number[]): Part => {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    view.setUint32(index * 4, value >>> 0);
  });
  return bytes;
};

/** A 64-bit field below 2^53. */
export const u64 = (value: number): Part => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
};

/** The four characters of a box type or brand. */
export const ascii = (text: string): Part => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** The concatenation of all parts. */
export function concat(parts: readonly Part[]): Part {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** An ISO/IEC 14496-12 box: its size, its type, its parts. */
export const box = (type: string, ...parts: readonly Part[]): Part => {
  const size = 8 + parts.reduce((sum, part) => sum + part.length, 0);
  return concat([u32(size), ascii(type), ...parts]);
};

/** A box with version and flags in front. */
export const fullBox = (type: string, version: number, flags: number, ...parts: readonly Part[]): Part =>
  box(type, u32(version * 0x100_0000 + flags), ...parts);
