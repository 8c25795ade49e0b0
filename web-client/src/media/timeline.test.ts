import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Timeline } from './timeline';

describe('laying access units end to end', () => {
  it('leaves no hole and no overlap, however unsteady the camera', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2_000_000, max: 4_000_000 })), (deltas) => {
        const timeline = new Timeline(30);
        let capture = 1_795_219_200_000_000;
        let end = timeline.place(capture);
        for (const delta of deltas) {
          capture += delta;
          const slot = timeline.place(capture);
          expect(slot.decodeTime).toBe(end.decodeTime + end.duration);
          expect(slot.duration).toBeGreaterThan(0);
          end = slot;
        }
      }),
    );
  });

  it('follows a steady camera exactly', () => {
    const timeline = new Timeline(30);
    const slots = Array.from({ length: 300 }, (_, i) =>
      timeline.place(5_000_000 + Math.round((i * 1_000_000) / 12)),
    );
    const last = slots.at(-1);
    expect(Math.abs((last?.decodeTime ?? 0) - (299 * 1_000_000) / 12)).toBeLessThan(2000);
    expect(Math.abs((last?.duration ?? 0) - 83_333)).toBeLessThan(1000);
  });

  it('lets frames pass in no time that another rendition shows again', () => {
    const timeline = new Timeline(25);
    for (let i = 0; i < 50; i++) {
      timeline.place(5_000_000 + i * 40_000);
    }
    const again = Array.from({ length: 25 }, (_, i) => timeline.place(6_000_000 + i * 40_000));
    expect(again.reduce((sum, slot) => sum + slot.duration, 0)).toBe(25_000);
    expect(again[0]?.pace).toBeCloseTo(1 / 40);
    expect(timeline.place(7_000_000).duration).toBeGreaterThan(20_000);
  });

  it('does not take a clock that was set back for a repetition', () => {
    const timeline = new Timeline(25);
    timeline.place(3_600_000_000);
    expect(timeline.place(0).duration).toBeGreaterThan(20_000);
  });

  it('does not run after a gap of seconds', () => {
    const timeline = new Timeline(25);
    timeline.place(0);
    const before = timeline.place(40_000);
    const after = timeline.place(10_000_000);
    expect(after.decodeTime - before.decodeTime).toBeLessThan(100_000);
    expect(after.duration).toBeLessThan(100_000);
  });
});
