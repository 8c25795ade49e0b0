import { describe, expect, it } from 'vitest';
import { momentAt, placeOf, rangeOf, recordedAt } from './timeline';

const SPANS = [
  { from: 1_000_000, to: 1_100_000 },
  { from: 1_200_000, to: 1_300_000 },
];

describe('the timeline of a recording', () => {
  it('reaches from the oldest recording to now, and a minute at least', () => {
    expect(rangeOf(SPANS, 1_400_000)).toEqual({ from: 1_000_000, to: 1_400_000 });
    expect(rangeOf([], 1_400_000)).toEqual({ from: 1_340_000, to: 1_400_000 });
  });

  it('finds the place of a moment and the moment of a place', () => {
    const range = { from: 0, to: 1000 };
    expect(placeOf(range, 250)).toBe(0.25);
    expect(placeOf(range, 5000)).toBe(1);
    expect(momentAt(range, 0.25)).toBe(250);
    expect(momentAt(range, -1)).toBe(0);
  });

  it('goes on after a gap, and never behind the end', () => {
    expect(recordedAt(SPANS, 1_050_000)).toBe(1_050_000);
    expect(recordedAt(SPANS, 1_150_000)).toBe(1_200_000);
    expect(recordedAt(SPANS, 1_500_000)).toBe(1_299_000);
    expect(recordedAt([], 1)).toBeUndefined();
  });
});
