import { describe, expect, it } from 'vitest';
import { frame } from '../testing/media-writer';
import { HoldBack } from './hold-back';

const SECOND_US = 1_000_000;

function holding(ageUs: (captureTime: number) => number | undefined) {
  const passed: number[] = [];
  const timers: { run: () => void; ms: number }[] = [];
  const hold = new HoldBack({
    ageUs,
    pass: ({ sequence }) => passed.push(sequence),
    setTimer: (run, ms) => timers.push({ run, ms }),
  });
  return { hold, passed, timers };
}

const at = (sequence: number, seconds: number, key = false) =>
  frame(sequence, { captureTime: seconds * SECOND_US, key });

describe('media held back', () => {
  it('pass at once as long as nothing is to be held, or the clocks are not known', () => {
    const { hold, passed } = holding(() => undefined);
    hold.offer(at(0, 0, true));
    hold.offer(at(1, 1));
    hold.untilUs = 3 * SECOND_US;
    hold.offer(at(2, 2));
    expect(passed).toEqual([0, 1, 2]);
  });

  it('pass when they are old enough, in order, the first key frame at once', () => {
    let nowUs = 10 * SECOND_US;
    const { hold, passed, timers } = holding((captureTime) => nowUs - captureTime);
    hold.untilUs = 3 * SECOND_US;
    hold.offer(at(0, 9.8, true));
    hold.offer(at(1, 9.9));
    hold.offer(at(2, 10));
    expect(passed).toEqual([0]);
    expect(timers.map(({ ms }) => Math.round(ms))).toEqual([2900]);
    nowUs += 2.95 * SECOND_US;
    timers[0]?.run();
    expect(passed).toEqual([0, 1]);
    hold.untilUs = 0;
    expect(passed).toEqual([0, 1, 2]);
  });

  it('are dropped when the media begin anew', () => {
    const { hold, passed } = holding(() => 0);
    hold.untilUs = SECOND_US;
    hold.offer(at(0, 0));
    hold.clear();
    hold.untilUs = 0;
    expect(passed).toEqual([]);
  });
});
