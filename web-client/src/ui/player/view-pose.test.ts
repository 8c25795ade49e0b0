import { describe, expect, it } from 'vitest';
import { magnified, panned, poseAfterKey, rotated, WHOLE } from './view-pose';

const press = (key: string, shiftKey = false) => ({
  key,
  shiftKey,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
});

describe('the pose of the video', () => {
  it('keeps the point under the pointer where it is while it is magnified', () => {
    const at = { x: 0.25, y: -0.5 };
    const pose = magnified(WHOLE, 2, at);
    expect(pose.x + at.x / pose.scale).toBeCloseTo(at.x);
    expect(pose.y + at.y / pose.scale).toBeCloseTo(at.y);
  });

  it('shows nothing beyond the edges, and at most eight times the size', () => {
    expect(panned(magnified(WHOLE, 2), 9, -9)).toMatchObject({ x: 0.25, y: -0.25 });
    expect(magnified(WHOLE, 100).scale).toBe(8);
    expect(magnified(magnified(WHOLE, 4, { x: 0.5, y: 0.5 }), 0.01)).toEqual(WHOLE);
  });

  it('is turned by quarters, and comes round', () => {
    const turned = [1, 2, 3, 4].reduce((poses) => [...poses, rotated(poses.at(-1) ?? WHOLE)], [WHOLE]);
    expect(turned.map(({ rotation }) => rotation)).toEqual([0, 90, 180, 270, 0]);
  });

  it('follows keys, arrows with Shift and only when it is magnified', () => {
    expect(poseAfterKey(WHOLE, press('ArrowLeft', true))).toBeUndefined();
    const larger = poseAfterKey(WHOLE, press('+'));
    expect(larger?.scale).toBeGreaterThan(1);
    expect(poseAfterKey(larger ?? WHOLE, press('ArrowLeft', true))?.x).toBeLessThan(0);
    expect(poseAfterKey(larger ?? WHOLE, press('='))).toEqual(WHOLE);
    expect(poseAfterKey(WHOLE, press('x'))).toBeUndefined();
  });
});
