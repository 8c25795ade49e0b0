import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CLIENT = join(import.meta.dirname, '../..');
const LIST = join(CLIENT, '../docs/retired-words.txt');

/** Generated files, texts that are hostile on purpose, and this file, which spells retired words out. */
const EXEMPT = ['src/api/schema.ts', 'e2e/payloads.ts', 'src/testing/retired-words.test.ts'];

/** A camera at a front door. */
const ALLOWED = /\bfront[-_ ]d\w\wr(?![a-z])/gi;

/** Every place between two words of an identifier or a text. */
const BORDER = /[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;

/** The retired words, each with its successor. */
function retiredWords(list: string): ReadonlyMap<string, string> {
  const entries = [...list.matchAll(/^([a-z]+(?: [a-z]+)*) = (.+)$/gm)];
  return new Map(entries.map(([, word = '', successor = '']) => [word, successor]));
}

/** The retired words in `text`, in any spelling: `left out`, `leftOut`, `LEFT_OUT` and `left-out` are one. */
function retiredIn(text: string, retired: ReadonlyMap<string, string>): readonly string[] {
  const words = ` ${text.replace(ALLOWED, ' ').split(BORDER).join(' ').toLowerCase()} `;
  return [...retired].flatMap(([word, successor]) =>
    words.includes(` ${word} `) ? [`${word}: ${successor}`] : [],
  );
}

/** The sources of the pages and of their tests, with names relative to this module. */
function sources(): readonly string[] {
  return ['src', 'e2e'].flatMap((folder) =>
    readdirSync(join(CLIENT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`)
      .filter((name) => /\.(ts|css)$/.test(name) && !EXEMPT.includes(name)),
  );
}

describe('retired words', () => {
  const retired = retiredWords(readFileSync(LIST, 'utf8'));

  it('are listed', () => {
    expect(retired.get('left out')).toBe('dropped');
    expect(retired.size).toBeGreaterThan(40);
  });

  it('are found in every spelling', () => {
    for (const text of ['leftOut', 'LEFT_OUT', 'left-out.ts', 'was left out of it']) {
      expect(retiredIn(text, retired), text).toEqual(['left out: dropped']);
    }
    expect(retiredIn('Math.floor(desktop)', retired)).toEqual([]);
  });

  it('are neither in names, code, comments nor texts of the client', () => {
    const found = sources().flatMap((name) =>
      [name, ...readFileSync(join(CLIENT, name), 'utf8').split('\n')].flatMap((line, at) =>
        retiredIn(line, retired).map((word) => `${name}:${at}: ${word}`),
      ),
    );
    expect(found).toEqual([]);
  });
});
