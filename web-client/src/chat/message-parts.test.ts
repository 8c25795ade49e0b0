import { describe, expect, it } from 'vitest';
import { mentions, messageParts } from './message-parts';

const signs = (text: string, known: readonly string[] = []) =>
  messageParts(text, known).map(
    (part) => `${part.code ? 'code:' : part.mention ? 'name:' : part.href ? 'link:' : ''}${part.text}`,
  );

describe('the parts of a message', () => {
  it('are plain, links, code and names, and together the whole text', () => {
    expect(signs('@Ada run `make demo` of https://a.example, all', ['Ada'])).toEqual([
      'name:@Ada',
      ' run ',
      'code:make demo',
      ' of ',
      'link:https://a.example',
      ', all',
    ]);
  });

  it('leave alone what is in code, and single backticks', () => {
    expect(signs('`@Ada https://a.example` a ` b', ['Ada'])).toEqual([
      'code:@Ada https://a.example',
      ' a ` b',
    ]);
  });

  it('find the longest name, and only whole ones, in any case', () => {
    expect(signs('@ada lovelace, @adam', ['Ada', 'Ada Lovelace'])).toEqual(['name:@ada lovelace', ', @adam']);
    expect(mentions('mail@Ada.example', 'Ada')).toBe(false);
    expect(mentions('hello @ADA!', 'Ada')).toBe(true);
    expect(mentions('hello @', '')).toBe(false);
  });
});
