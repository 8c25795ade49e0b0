import { describe, expect, it } from 'vitest';
import { ClockSync } from './clock-sync';

describe('estimating the difference of two clocks', () => {
  it('knows nothing before the first answer', () => {
    expect(new ClockSync().best).toBeUndefined();
  });

  it('finds the offset when both ways take equally long', () => {
    const sync = new ClockSync();
    sync.add(1000, 6100, 6150, 1250);
    expect(sync.best).toEqual({ offset: 5000, roundTrip: 200 });
  });

  it('trusts the quickest of the last eight', () => {
    const sync = new ClockSync();
    sync.add(0, 5010, 5010, 20);
    for (let i = 0; i < 7; i++) {
      sync.add(0, 9000, 9000, 4000);
    }
    expect(sync.best).toEqual({ offset: 5000, roundTrip: 20 });
    sync.add(0, 9000, 9000, 4000);
    expect(sync.best?.roundTrip).toBe(4000);
  });
});
