import { describe, expect, it } from 'vitest';
import { AckPacer } from './ack-pacer';

describe('acknowledging', () => {
  it('sends at most ten a second, always the newest', () => {
    const pacer = new AckPacer();
    const sent: number[] = [];
    for (let ms = 0; ms < 1000; ms += 10) {
      pacer.arrived(0, ms);
      const ack = pacer.next(ms);
      if (ack !== undefined) {
        sent.push(ack.sequence);
      }
    }
    expect(sent).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
  });

  it('says nothing twice', () => {
    const pacer = new AckPacer();
    pacer.arrived(0, 7);
    expect(pacer.next(0)).toEqual({ type: 'ack', track: 0, sequence: 7 });
    expect(pacer.next(500)).toBeUndefined();
  });
});
