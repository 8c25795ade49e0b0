import { describe, expect, it } from 'vitest';
import { LiveChase } from './live-chase';

const rateAt = (chase: LiveChase, lagMs: number) => {
  const move = chase.decide(lagMs, 33, 0);
  return move.kind === 'rate' ? move.rate : 'seek';
};

describe('staying near live', () => {
  it('plays faster the further it is behind, and jumps when it is hopeless', () => {
    expect([80, 150, 300, 1500].map((lag) => rateAt(new LiveChase(), lag))).toEqual([1, 1.08, 1.25, 'seek']);
  });

  it('does not flap around a threshold', () => {
    const chase = new LiveChase();
    expect([150, 119, 125, 110, 60, 100, 119].map((lag) => rateAt(chase, lag))).toEqual([
      1.08, 1.08, 1.08, 1.08, 1, 1, 1,
    ]);
  });

  it('keeps more in hand after it ran dry, and forgets about it later', () => {
    const chase = new LiveChase();
    chase.ranDry(0);
    chase.ranDry(0);
    expect(chase.decide(200, 33, 0)).toEqual({ kind: 'rate', rate: 1 });
    expect(chase.decide(200, 33, 120_000)).toEqual({ kind: 'rate', rate: 1.08 });
  });

  it('takes one frame of a slow camera for no lag', () => {
    expect(new LiveChase().decide(160, 80, 0)).toEqual({ kind: 'rate', rate: 1 });
  });
});
