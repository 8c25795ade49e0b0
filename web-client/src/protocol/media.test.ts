import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, goldens } from '../testing/golden';
import { writeMedia } from '../testing/media-writer';
import { ProtocolError } from './error';
import { presentationTime, readMedia } from './media';

const good = goldens('media').filter((golden) => !golden.bad);
const bad = goldens('media').filter((golden) => golden.bad);
const golden = (name: string) => readMedia(bytesOf(good.find((one) => one.name === name)?.text ?? ''));

describe('reading media messages', () => {
  it.each(good)('reads $name and writes the same again', ({ text }) => {
    const bytes = bytesOf(text);
    expect(new Uint8Array(writeMedia(readMedia(bytes)))).toEqual(new Uint8Array(bytes));
  });

  it.each(bad)('refuses $name', ({ text }) => {
    expect(() => readMedia(bytesOf(text))).toThrow(ProtocolError);
  });

  it('finds every field of a key frame', () => {
    expect(golden('video-key.hex')).toMatchObject({
      kind: 'video',
      key: true,
      disposable: false,
      track: 0,
      sequence: 7,
      captureTime: Date.parse('2026-11-21T00:00:00.123Z') * 1000 + 456,
      epoch: 42,
      presentationOffset: 0,
    });
    expect(golden('video-key.hex').payload).toHaveLength(16);
  });

  it('adds a signed offset to the decoding time', () => {
    expect(golden('audio-negative-offset.hex')).toMatchObject({ encrypted: true, presentationOffset: -10 });
    const reordered = golden('video-delta-reordered.hex');
    expect(presentationTime(reordered)).toBe(reordered.captureTime + 66_667);
  });

  it('throws nothing but ProtocolError, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          readMedia(Uint8Array.from(bytes).buffer);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
    );
  });
});
