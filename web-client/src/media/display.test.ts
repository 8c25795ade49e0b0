import { describe, expect, it } from 'vitest';
import { displaySize, turn } from './display';

const UPRIGHT = { width: 640, height: 360 };

describe('how a frame is shown', () => {
  it('is as wide as its samples are', () => {
    expect(displaySize({ width: 720, height: 576, sar: [64, 45] })).toEqual({ width: 1024, height: 576 });
    expect(displaySize({ width: 720, height: 480, sar: [8, 9] })).toEqual({ width: 720, height: 540 });
    expect(displaySize(UPRIGHT)).toEqual(UPRIGHT);
  });

  it('is never stretched beyond reason', () => {
    expect(displaySize({ ...UPRIGHT, sar: [65_535, 1] })).toEqual(UPRIGHT);
    expect(displaySize({ ...UPRIGHT, sar: [1, 65_535] })).toEqual(UPRIGHT);
  });

  it('is turned after its samples are square', () => {
    expect(displaySize({ ...UPRIGHT, rotation: 90 })).toEqual({ width: 360, height: 640 });
    expect(displaySize({ ...UPRIGHT, rotation: 180 })).toEqual(UPRIGHT);
    expect(displaySize({ width: 720, height: 576, sar: [64, 45], rotation: 270 })).toEqual({
      width: 576,
      height: 1024,
    });
  });

  it.each([
    [0, [0, 0], [640, 360]],
    [90, [360, 0], [0, 640]],
    [180, [640, 360], [0, 0]],
    [270, [0, 640], [360, 0]],
  ] as const)('is turned clockwise by %i degrees', (rotation, topLeft, bottomRight) => {
    const [a, b, c, d, e, f] = turn(UPRIGHT, rotation);
    const at = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f].map((value) => value + 0);
    expect(at(0, 0)).toEqual(topLeft);
    expect(at(640, 360)).toEqual(bottomRight);
  });
});
