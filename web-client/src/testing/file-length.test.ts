import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const CLIENT = join(import.meta.dirname, '../..');
const MAX_LINES = 300;

/** Generated. */
const EXEMPT = ['src/api/schema.ts'];

it(`no TypeScript file written by hand is longer than ${MAX_LINES} lines`, () => {
  const files = ['src', 'e2e'].flatMap((folder) =>
    readdirSync(join(CLIENT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`)
      .filter((name) => name.endsWith('.ts') && !EXEMPT.includes(name)),
  );
  const tooLong = files
    .map((name) => ({ name, lines: readFileSync(join(CLIENT, name), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES);
  expect(tooLong).toEqual([]);
  expect(files.length).toBeGreaterThan(300);
});
