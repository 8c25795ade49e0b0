import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../testing/seeded';
import { backoffMs, reconnectMs } from './backoff';

describe('waiting for a relay that refuses', () => {
  it('takes steps up to 20 s', () => {
    const longest = [0, 1, 2, 3, 4, 50].map((attempt) => Math.round(backoffMs(attempt, 1)));
    expect(longest).toEqual([200, 1_000, 6_000, 12_000, 20_000, 20_000]);
  });

  it('is a tenth of the step at least', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
        const step = backoffMs(attempt, 1);
        const wait = backoffMs(attempt, random);
        expect(wait).toBeGreaterThanOrEqual(step / 10 - 1e-6);
        expect(wait).toBeLessThanOrEqual(step);
      }),
    );
  });
});

describe('waiting for a relay that is gone', () => {
  it('tries every second for a minute, and then less often', () => {
    const waits = [0, 1, 60, 61, 108, 109, 1_000].map((attempt) => Math.round(reconnectMs(attempt, 0, 0.5)));
    expect(waits).toEqual([110, 1_000, 1_000, 5_000, 5_000, 20_000, 20_000]);
  });

  it('varies by a tenth, and the first wait by nearly all of it', () => {
    expect([0, 1].map((random) => Math.round(reconnectMs(0, 0, random)))).toEqual([20, 200]);
    expect([0, 1].map((random) => Math.round(reconnectMs(1, 0, random)))).toEqual([900, 1_100]);
  });
});

describe('a thousand players whose relay was killed', () => {
  const PLAYERS = 1_000;
  /** What a relay sends for so many players at its most imprecise. */
  const SPREAD_MS = 5_000;
  const MOST_IN_A_SECOND = 0.3;
  const seed = 4;
  const random = seeded(seed);

  const returnMs = (outageMs: number): number => {
    let nowMs = 0;
    for (let attempt = 0; nowMs < outageMs; attempt++) {
      nowMs += reconnectMs(attempt, SPREAD_MS, random());
    }
    return nowMs;
  };
  const busiestSecond = (timesMs: readonly number[]): number =>
    Math.max(
      ...timesMs.map((from) => timesMs.filter((timeMs) => timeMs >= from && timeMs < from + 1_000).length),
    );

  it.each([
    1_000, 3_000, 4_000, 5_000, 10_000, 60_000,
  ])('come back one after the other after %i ms', (outageMs) => {
    const times = Array.from({ length: PLAYERS }, () => returnMs(outageMs));
    expect(busiestSecond(times), `seed ${seed}`).toBeLessThanOrEqual(PLAYERS * MOST_IN_A_SECOND);
  });
});
