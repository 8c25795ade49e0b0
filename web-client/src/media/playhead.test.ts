import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Picture, Playhead } from './playhead';

class TestPicture implements Picture {
  closed = 0;
  constructor(readonly timestamp: number) {}
  close(): void {
    this.closed++;
  }
}

describe('the playhead', () => {
  it('hands out the newest picture and closes what it replaced', () => {
    const playhead = new Playhead<TestPicture>();
    const [first, second] = [new TestPicture(1), new TestPicture(2)];
    playhead.offer(first);
    playhead.offer(second);
    expect(playhead.take()).toBe(second);
    expect(playhead.take()).toBeUndefined();
    expect([first.closed, second.closed, playhead.skipped]).toEqual([1, 0, 1]);
  });

  it('closes every picture it does not hand out, and never runs backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean())), (steps) => {
        const playhead = new Playhead<TestPicture>();
        const all: TestPicture[] = [];
        const drawn: TestPicture[] = [];
        for (const [timestamp, draw] of steps) {
          const picture = new TestPicture(timestamp);
          all.push(picture);
          playhead.offer(picture);
          const taken = draw ? playhead.take() : undefined;
          if (taken !== undefined) {
            drawn.push(taken);
          }
        }
        playhead.reset();
        expect(all.every((picture) => picture.closed === (drawn.includes(picture) ? 0 : 1))).toBe(true);
        const times = drawn.map((picture) => picture.timestamp);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });
});
