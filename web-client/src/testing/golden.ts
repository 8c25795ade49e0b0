import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../shared-protocol/src/test/resources/golden');

/** A golden file of the wire contract, shared with the Java modules. */
export interface Golden {
  readonly name: string;
  readonly text: string;
  readonly bad: boolean;
}

/** Every golden file of `folder`. */
export function goldens(folder: 'control' | 'media' | 'unknown'): readonly Golden[] {
  return readdirSync(join(ROOT, folder)).map((name) => ({
    name,
    text: readFileSync(join(ROOT, folder, name), 'utf8'),
    bad: name.startsWith('bad-'),
  }));
}

/** The bytes of a commented hex file. */
export function bytesOf(hex: string): ArrayBuffer {
  const digits = hex.replace(/#.*$/gm, '').replace(/\s+/g, '');
  return Uint8Array.from(Buffer.from(digits, 'hex')).buffer;
}
