import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Outbox } from '../engine/chat-outbox';
import { measureText, newClientId, prepareText } from './chat-input';
import type { ChatEntry } from './chat-log';
import { continuesGroup } from './grouping';
import { HUES, hueOf } from './hue';
import { linkParts } from './links';

describe('what is typed', () => {
  it('loses control characters and outer blanks, but no line ends', () => {
    expect(prepareText('  a\u0000b\r\nc\u0007\td  ')).toBe('ab\ncd');
  });

  it('is counted as people count', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(measureText(family.repeat(80)).tooLong).toBe(false);
    expect(measureText('a'.repeat(399)).counter).toBeUndefined();
    expect(measureText('a'.repeat(400)).counter).toBe('400/500');
    expect(measureText('a'.repeat(501))).toMatchObject({ tooLong: true, counter: '501/500' });
    expect(measureText(family.repeat(90))).toMatchObject({
      graphemes: 90,
      tooLong: true,
      counter: '2250/2048 bytes',
    });
  });

  it('gets an id the protocol takes', () => {
    expect(newClientId()).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
  });
});

describe('links', () => {
  it('are web addresses and nothing else', () => {
    const hrefs = (text: string) => linkParts(text).flatMap((part) => part.href ?? []);
    expect(hrefs('see https://example.org/a?b=c.')).toEqual(['https://example.org/a?b=c']);
    expect(hrefs('javascript:alert(1) data:text/html,x mail me@example.org')).toEqual([]);
    expect(hrefs('https://bank.example@evil.example/')).not.toContain('https://bank.example@evil.example/');
  });

  it('leave every character of the text where it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parts = linkParts(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });
});

describe('grouping', () => {
  const line = (seq: number, person: string, seconds: number): ChatEntry => ({
    kind: 'line',
    seq,
    time: seconds * 1_000_000,
    person,
    name: person,
    text: '',
  });

  it('joins lines of one person within 40 s, five at most', () => {
    const entries = [line(1, 'a', 0), line(2, 'a', 39), line(3, 'a', 90), line(4, 'b', 91), line(5, 'b', 92)];
    expect(continuesGroup(entries)).toEqual([false, true, false, false, true]);
    const answer = { ...line(2, 'a', 1), reply_to: 1 } as ChatEntry;
    expect(continuesGroup([line(1, 'a', 0), answer]), 'an answer stands by itself').toEqual([false, false]);
    const run = Array.from({ length: 7 }, (_, i) => line(i, 'a', i));
    expect(continuesGroup(run).filter((joined) => !joined)).toHaveLength(2);
  });
});

describe('name colours', () => {
  it('are the same for a person everywhere and within the style sheet', () => {
    fc.assert(fc.property(fc.string(), (person) => hueOf(person) >= 0 && hueOf(person) < HUES));
    expect(hueOf('h4xq2')).toBe(hueOf('h4xq2'));
  });
});

describe('the outbox', () => {
  it('repeats what was not answered, in order, under the same ids', () => {
    const outbox = new Outbox();
    outbox.add({ type: 'chat_send', client_id: 'first-id', text: 'one' });
    outbox.add({ type: 'chat_send', client_id: 'other-id', text: 'two', reply_to: 7 });
    outbox.settle('first-id');
    expect(outbox.unsettled).toEqual([
      { type: 'chat_send', client_id: 'other-id', text: 'two', reply_to: 7 },
    ]);
  });
});
