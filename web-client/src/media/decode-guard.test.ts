import { describe, expect, it } from 'vitest';
import { DecodeGuard } from './decode-guard';

describe('guarding the decoder queue', () => {
  it('lets the burst of a join through', () => {
    const guard = new DecodeGuard();
    const decisions = Array.from({ length: 120 }, (_, waiting) => guard.judge(waiting, waiting === 0, 5));
    expect(new Set(decisions)).toEqual(new Set(['decode']));
  });

  it('skips to the next key frame when the decoder is behind, and starts over there', () => {
    const guard = new DecodeGuard();
    guard.judge(0, true, 0);
    expect(guard.judge(13, false, 4000)).toBe('skip');
    expect(guard.judge(2, false, 4030)).toBe('skip');
    expect(guard.judge(1, true, 4060)).toBe('start_over');
    expect(guard.judge(0, false, 4090)).toBe('decode');
  });

  it('starts over at once when the late one is a key frame', () => {
    const guard = new DecodeGuard();
    guard.judge(0, true, 0);
    expect(guard.judge(20, true, 4000)).toBe('start_over');
  });
});
