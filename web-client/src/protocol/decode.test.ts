import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goldens } from '../testing/golden';
import { decodeControl } from './decode';
import { encodeControl } from './encode';
import { ProtocolError } from './error';
import { MAX_CONTROL_BYTES } from './limits';

const good = goldens('control').filter((golden) => !golden.bad);
const bad = goldens('control').filter((golden) => golden.bad);

describe('decoding control messages', () => {
  it.each(good)('reads $name and writes the same again', ({ text }) => {
    expect(JSON.parse(encodeControl(decodeControl(text)))).toEqual(JSON.parse(text));
  });

  it.each(bad)('refuses $name', ({ text }) => {
    expect(() => decodeControl(text)).toThrow(ProtocolError);
  });

  it('leaves members it does not know behind', () => {
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

  it('refuses a type that only the prototype of an object has', () => {
    expect(() => decodeControl('{"type":"constructor"}')).toThrow(ProtocolError);
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
