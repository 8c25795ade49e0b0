import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff';

describe('waiting before the next attempt', () => {
  it('doubles from 200 ms up to 20 s', () => {
    const longest = [0, 1, 2, 6, 7, 50].map((attempt) => Math.round(backoffMs(attempt, 1)));
    expect(longest).toEqual([200, 400, 800, 12_800, 20_000, 20_000]);
  });

  it('is never shorter than half of the step', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
        const step = Math.min(20_000, 200 * 2 ** attempt);
        const wait = backoffMs(attempt, random);
        expect(wait).toBeGreaterThanOrEqual(step / 2);
        expect(wait).toBeLessThanOrEqual(step);
      }),
    );
  });
});
