import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '..');
const SINK =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|unsafeHTML|unsafeSVG|srcdoc)\b|\sstyle="/;

describe('the sources', () => {
  it('never turn text into markup or code', () => {
    const guilty = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .filter((name) => SINK.test(readFileSync(join(SOURCE, name), 'utf8')));
    expect(guilty).toEqual([]);
  });
});
