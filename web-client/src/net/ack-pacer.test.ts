import { describe, expect, it } from 'vitest';
import { frame } from '../testing/media-writer';
import { AckPacer } from './ack-pacer';

const FRAME_MS = 40;

/** Frames with these travel times, one every 40 ms from `fromMs` on; returns when urgent acknowledgements were due, and of which. */
function arrive(pacer: AckPacer, fromMs: number, travelMs: readonly number[]) {
  const sent: (readonly [ms: number, sequence: number])[] = [];
  travelMs.forEach((travel, i) => {
    const nowMs = fromMs + i * FRAME_MS;
    const captureTime = (nowMs - travel) * 1000;
    pacer.arrived(frame(i, { captureTime }), nowMs, nowMs * 1000);
    const ack = pacer.urgent(nowMs);
    if (ack !== undefined) {
      sent.push([nowMs, ack.sequence]);
    }
  });
  return sent;
}

const steady = (count: number, travelMs: number) => new Array<number>(count).fill(travelMs);

describe('acknowledging', () => {
  it('acknowledges the first access unit of a track at once, and no more while frames are on time', () => {
    const pacer = new AckPacer();
    expect(arrive(pacer, 0, steady(100, 80))).toEqual([[0, 0]]);
    pacer.arrived(frame(7, { track: 1, key: true, captureTime: 3_920_000 }), 4000, 4_000_000);
    expect(pacer.urgent(4000)).toEqual({ type: 'ack', track: 1, sequence: 7 });
  });

  it('acknowledges up to ten times a second while frames are late', () => {
    const pacer = new AckPacer();
    arrive(pacer, 0, steady(50, 80));
    const late = arrive(pacer, 2000, steady(50, 340)).map(([ms]) => ms);
    expect(late).toHaveLength(17);
    expect(late.every((ms, i) => i === 0 || ms - (late[i - 1] ?? 0) >= 100)).toBe(true);
    expect(arrive(pacer, 4000, [320, 330, 80, ...steady(40, 80)])).toHaveLength(1);
  });

  it('tolerates 250 ms more than the least travel time', () => {
    const pacer = new AckPacer();
    arrive(pacer, 0, steady(50, 80));
    expect(arrive(pacer, 2000, steady(50, 330))).toEqual([]);
  });

  it('adapts to a longer travel time within half a minute', () => {
    const pacer = new AckPacer();
    arrive(pacer, 0, steady(50, 80));
    const sent = arrive(pacer, 2000, steady(1000, 500)).map(([ms]) => ms);
    expect(sent.at(-1)).toBeGreaterThan(26_000);
    expect(sent.at(-1)).toBeLessThan(32_000);
  });

  it('does not count the old frames of the first burst as late', () => {
    expect(arrive(new AckPacer(), 0, [2000, 1600, 1200, 800, 400, 0, 0, 0])).toEqual([[0, 0]]);
  });

  it('acknowledges at once after a pause', () => {
    const pacer = new AckPacer();
    arrive(pacer, 0, steady(10, 80));
    expect(arrive(pacer, 2000, steady(10, 80))).toEqual([[2000, 0]]);
    expect([pacer.flowing(2800), pacer.flowing(2900)]).toEqual([true, false]);
  });

  it('acknowledges each frame while the relay waits for it', () => {
    const pacer = new AckPacer();
    arrive(pacer, 0, steady(10, 80));
    pacer.delivery('still');
    const sent = arrive(pacer, 400, steady(10, 80)).map(([ms]) => ms);
    expect(sent).toEqual([400, 520, 640, 760]);
    pacer.delivery('all');
    expect(arrive(pacer, 900, steady(10, 80))).toHaveLength(0);
  });

  it('continues with another publication on the same socket, starting with what has arrived', () => {
    const pacer = new AckPacer();
    arrive(pacer, 0, steady(10, 80));
    pacer.delivery('still');
    expect(pacer.urgent(400)).toEqual({ type: 'ack', track: 0, sequence: 9 });
    pacer.arrived(frame(0, { epoch: 2, captureTime: 1 }), 600, 600_000);
    expect(pacer.urgent(600)).toEqual({ type: 'ack', track: 0, sequence: 0 });
    pacer.arrived(frame(1, { epoch: 2, captureTime: 200_001 }), 800, 800_000);
    expect(pacer.urgent(800)).toEqual({ type: 'ack', track: 0, sequence: 1 });
  });

  it('acknowledges at once when frames are on time again', () => {
    const pacer = new AckPacer();
    arrive(pacer, 0, steady(50, 80));
    expect(arrive(pacer, 2000, [400, 80, 80, 80, 80, 80, 80])).toEqual([
      [2000, 0],
      [2120, 3],
    ]);
  });

  it('acknowledges the newest access unit with the time request, and none twice', () => {
    const pacer = new AckPacer();
    arrive(pacer, 0, steady(50, 80));
    expect(pacer.regular(2000)).toEqual([{ type: 'ack', track: 0, sequence: 49 }]);
    expect(pacer.regular(2001)).toEqual([]);
    expect(pacer.urgent(5000)).toBeUndefined();
  });

  it('starts over with another publication, whose clock may be another', () => {
    const pacer = new AckPacer();
    arrive(pacer, 0, steady(50, 80));
    pacer.arrived(frame(0, { epoch: 2, captureTime: 1 }), 2000, 2_000_000);
    expect(pacer.urgent(2000)).toEqual({ type: 'ack', track: 0, sequence: 0 });
    pacer.arrived(frame(1, { epoch: 2, captureTime: 40_001 }), 2040, 2_040_000);
    expect(pacer.urgent(2200)).toBeUndefined();
  });
});
