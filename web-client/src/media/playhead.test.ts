import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frame, Playhead } from './playhead';

class TestFrame implements Frame {
  closed = 0;
  constructor(readonly timestamp: number) {}
  close(): void {
    this.closed++;
  }
}

describe('the playhead', () => {
  it('delivers the newest frame and closes what it replaced', () => {
    const playhead = new Playhead<TestFrame>();
    const [first, second] = [new TestFrame(1), new TestFrame(2)];
    playhead.offer(first);
    playhead.offer(second);
    expect(playhead.take()).toBe(second);
    expect(playhead.take()).toBeUndefined();
    expect([first.closed, second.closed, playhead.skipped]).toEqual([1, 0, 1]);
  });

  it('closes every frame it does not deliver, and never runs backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean())), (steps) => {
        const playhead = new Playhead<TestFrame>();
        const all: TestFrame[] = [];
        const drawn: TestFrame[] = [];
        for (const [timestamp, draw] of steps) {
          const frame = new TestFrame(timestamp);
          all.push(frame);
          playhead.offer(frame);
          const taken = draw ? playhead.take() : undefined;
          if (taken !== undefined) {
            drawn.push(taken);
          }
        }
        playhead.reset();
        expect(all.every((frame) => frame.closed === (drawn.includes(frame) ? 0 : 1))).toBe(true);
        const times = drawn.map((frame) => frame.timestamp);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });
});
