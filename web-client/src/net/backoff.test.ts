import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../testing/seeded';
import { backoffMs } from './backoff';

describe('waiting before the next attempt', () => {
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

  it('brings one player back within about a second of a blip', () => {
    expect(backoffMs(0, 1) + backoffMs(1, 1)).toBeLessThanOrEqual(1_200);
  });
});

describe('a thousand players whose relay was killed', () => {
  const PLAYERS = 1_000;
  const MOST_IN_A_SECOND = 0.3;
  const seed = 4;
  const random = seeded(seed);

  const returnMs = (outageMs: number): number => {
    let nowMs = 0;
    for (let attempt = 0; nowMs < outageMs; attempt++) {
      nowMs += backoffMs(attempt, random());
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
