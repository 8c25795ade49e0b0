import { ProtocolError } from './error';

/** The bytes of an RFC 4648 §4 string; throws {@link ProtocolError} when it is not valid base64. */
export function fromBase64(encoded: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  } catch {
    throw new ProtocolError('not base64');
  }
}

/** RFC 4648 §4 with padding, of a few kilobytes at most. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
