import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goldens } from '../testing/golden';
import { decodeControl } from './decode';
import { encodeControl } from './encode';
import { ProtocolError } from './error';
import { MAX_CONTROL_BYTES } from './limits';
import type { ControlMessage } from './message';

const all = goldens('control');
const good = all.filter((golden) => !golden.bad);
const bad = all.filter((golden) => golden.bad);
const unknown = goldens('unknown');

/** What a message reads as; fails the test when its type is unknown. */
function decoded(text: string): ControlMessage {
  const message = decodeControl(text);
  if (message === undefined) {
    throw new Error(`unknown type: ${text}`);
  }
  return message;
}

describe('decoding control messages', () => {
  it.each(good)('reads $name and writes the same again', ({ text }) => {
    expect(JSON.parse(encodeControl(decoded(text)))).toEqual(JSON.parse(text));
  });

  it.each(bad)('refuses $name', ({ text }) => {
    expect(() => decodeControl(text)).toThrow(ProtocolError);
  });

  it('ignores members it does not know', () => {
    expect(decodeControl('{"type":"viewers","count":2,"colour":"red"}')).toEqual({
      type: 'viewers',
      count: 2,
    });
  });

  it('refuses an optional member of the wrong type', () => {
    expect(() => decodeControl('{"type":"goodbye","reason":"busy","retry_after_ms":null}')).toThrow(
      ProtocolError,
    );
  });

  it.each(unknown)('ignores the unknown type of $name', ({ text }) => {
    expect(decodeControl(text)).toBeUndefined();
  });

  it('refuses an unknown type without a name, and one over the limits', () => {
    expect(() => decodeControl('{"type":7}')).toThrow(ProtocolError);
    expect(() => decodeControl(`{"type":"new","x":"${'x'.repeat(MAX_CONTROL_BYTES)}"}`)).toThrow(
      ProtocolError,
    );
  });

  it('counts the limit in bytes, not in characters', () => {
    const shell = '{"type":"rename","name":""}';
    const name = 'ä'.repeat((MAX_CONTROL_BYTES - shell.length) / 2);
    expect(decodeControl(JSON.stringify({ type: 'rename', name }))).toEqual({ type: 'rename', name });
    expect(() => decodeControl(JSON.stringify({ type: 'rename', name: `${name}ä` }))).toThrow(ProtocolError);
  });

  it('refuses nesting deeper than 16, brackets inside strings not counted', () => {
    const nested = (depth: number) =>
      `{"type":"viewers","count":1,"x":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(decodeControl(nested(15))).toEqual({ type: 'viewers', count: 1 });
    expect(() => decodeControl(nested(16))).toThrow(ProtocolError);
    expect(decodeControl('{"type":"rename","name":"[[[[[[[[[[[[[[[[[[\\"{{"}')).toMatchObject({
      type: 'rename',
    });
  });

  it('throws nothing but ProtocolError, whatever comes', () => {
    const types = good.map(({ text }) => JSON.parse(text).type as string);
    const almost = fc
      .tuple(
        fc.constantFrom(...types),
        fc.dictionary(fc.constantFrom('t0', 'seq', 'text', 'tracks', 'state'), fc.jsonValue()),
      )
      .map(([type, members]) => JSON.stringify({ ...members, type }));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), almost), (json) => {
        try {
          decodeControl(json);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
    );
  });
});
