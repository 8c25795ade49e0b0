import { describe, expect, it } from 'vitest';
import { BufferTarget, MAX_BUFFER_MS } from './buffer-target';

describe('how long frames are held', () => {
  it('is not at all where nothing is missed', () => {
    expect(new BufferTarget().measured(0, 300, 0)).toBe(0);
  });

  it('is a round trip and some more where packets are missed', () => {
    expect(new BufferTarget().measured(0.1, 300, 0)).toBe(360);
  });

  it('stays the same while the round trip hardly changes', () => {
    const target = new BufferTarget();
    target.measured(0.1, 300, 0);
    expect(target.measured(0.1, 330, 500)).toBe(360);
    expect(target.measured(0.1, 500, 1000)).toBe(560);
  });

  it('ends some seconds after the last loss', () => {
    const target = new BufferTarget();
    target.measured(0.1, 300, 0);
    expect(target.measured(0, 300, 9_000)).toBe(360);
    expect(target.measured(0, 300, 10_000)).toBe(0);
  });

  it('has an end, however long the way is', () => {
    expect(new BufferTarget().measured(0.1, 5000, 0)).toBe(MAX_BUFFER_MS);
  });
});
