import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '..');

/** Words the glossary has replaced, alone or as a part of an identifier. */
const RETIRED =
  /\b(?:whoever|somebody|nobody|everybody|anybody|told|newcomer)\b|wish|desk\b|\bdoor(?:s|keeper)?\b|\bpictures?\b/i;

/** Names of the relay's contract, `picture-in-picture`, and examples of camera names. */
const ALLOWED = /'(?:Link|Session)Wish'|picture-?in-?picture|front-door/gi;

const textOf = (name: string) => readFileSync(join(SOURCE, name), 'utf8').replace(ALLOWED, '');

describe('the sources', () => {
  it('use none of the retired words', () => {
    const guilty = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|css)$/.test(name) && !/\.test\.ts$|^api\/schema\.ts$|^testing\//.test(name))
      .flatMap((name) =>
        textOf(name)
          .split('\n')
          .flatMap((line, at) => (RETIRED.test(line) ? [`${name}:${at + 1}: ${line.trim()}`] : [])),
      );
    expect(guilty).toEqual([]);
  });
});
