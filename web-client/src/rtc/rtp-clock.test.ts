import { describe, expect, it } from 'vitest';
import { captureOf, readRtpClock } from './rtp-clock';

const CLOCK = { epoch: 7, zero: 4_000_000_000 };
const stamp = (captureUs: number) =>
  Number((BigInt(CLOCK.zero) + (BigInt(captureUs) * 90_000n) / 1_000_000n) % 2n ** 32n);

describe('the clock of RTP timestamps', () => {
  it('gives the capture time back, whatever round the timestamp is in', () => {
    for (const captureUs of [0, 33_000, 1_000_000_000, 47_721_000_000, 1_796_000_000_123_000]) {
      const read = captureOf(stamp(captureUs), CLOCK, captureUs + 400_000) ?? Number.NaN;
      expect(Math.abs(read - captureUs)).toBeLessThan(20);
    }
  });

  it('knows no capture time of another publication', () => {
    expect(captureOf(stamp(1_000_000_000), CLOCK, 1_100_000_000)).toBeUndefined();
  });

  it('is read from the answer of a relay, and from nothing else', () => {
    expect(readRtpClock('epoch=7, zero=4000000000')).toEqual(CLOCK);
    expect(readRtpClock('epoch=7')).toBeUndefined();
    expect(readRtpClock(null)).toBeUndefined();
  });
});
