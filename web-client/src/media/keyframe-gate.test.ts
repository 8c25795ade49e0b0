import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame } from '../testing/media-writer';
import { KeyframeGate } from './keyframe-gate';

const key = (sequence: number) => frame(sequence, { key: true });

describe('the gate before the decoder', () => {
  it('waits for a key frame first', () => {
    const gate = new KeyframeGate(1);
    expect([frame(0), key(1), frame(2)].map((one) => gate.judge(one))).toEqual([
      'waiting_for_key',
      'pass',
      'pass',
    ]);
  });

  it('passes nothing but a key frame after a hole', () => {
    const gate = new KeyframeGate(1);
    const verdicts = [key(0), frame(2), frame(3), key(4), frame(5)].map((one) => gate.judge(one));
    expect(verdicts).toEqual(['pass', 'waiting_for_key', 'waiting_for_key', 'pass', 'pass']);
  });

  it('goes on where the sequence wraps', () => {
    const gate = new KeyframeGate(1);
    expect([key(0xffff_ffff), frame(0), frame(1)].map((one) => gate.judge(one))).toEqual([
      'pass',
      'pass',
      'pass',
    ]);
  });

  it('drops what another epoch left on the road', () => {
    const gate = new KeyframeGate(2);
    expect(gate.judge(key(0))).toBe('other_epoch');
    expect(gate.judge(frame(0, { key: true, epoch: 2 }))).toBe('pass');
  });

  it('takes a discontinuity for a hole, and what is encrypted for lost', () => {
    const gate = new KeyframeGate(1);
    gate.judge(key(0));
    expect(gate.judge(frame(1, { discontinuity: true }))).toBe('waiting_for_key');
    gate.judge(key(2));
    expect(gate.judge(frame(3, { encrypted: true }))).toBe('encrypted');
    expect(gate.judge(frame(4))).toBe('waiting_for_key');
  });

  it('never passes an access unit whose reference is missing', () => {
    const arrivals = fc.array(
      fc.record({ gap: fc.constantFrom(1, 1, 1, 2, 5), key: fc.boolean(), late: fc.boolean() }),
    );
    fc.assert(
      fc.property(arrivals, (steps) => {
        const gate = new KeyframeGate(1);
        const decoded = new Set<number>();
        let sequence = 0;
        for (const step of steps) {
          sequence += step.gap;
          const sent = frame(step.late ? Math.max(0, sequence - 3) : sequence, { key: step.key });
          if (gate.judge(sent) === 'pass') {
            expect(sent.key || decoded.has(sent.sequence - 1)).toBe(true);
            decoded.add(sent.sequence);
          }
        }
      }),
    );
  });
});
