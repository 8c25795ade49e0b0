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
    const decisions = [key(0), frame(2), frame(3), key(4), frame(5)].map((one) => gate.judge(one));
    expect(decisions).toEqual(['pass', 'waiting_for_key', 'waiting_for_key', 'pass', 'pass']);
  });

  it('continues across the wrap of the sequence', () => {
    const gate = new KeyframeGate(1);
    expect([key(0xffff_ffff), frame(0), frame(1)].map((one) => gate.judge(one))).toEqual([
      'pass',
      'pass',
      'pass',
    ]);
  });

  it('drops access units of another epoch', () => {
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

  it('continues after an announced gap', () => {
    const gate = new KeyframeGate(1);
    gate.judge(key(0));
    gate.droppedBefore(4);
    expect([frame(4), frame(5)].map((one) => gate.judge(one))).toEqual(['pass', 'pass']);
  });

  it('continues after no other gap, and after that one only once', () => {
    for (const beyond of [2, 3, 5]) {
      const gate = new KeyframeGate(1);
      gate.judge(key(0));
      gate.droppedBefore(4);
      expect([frame(beyond), frame(4)].map((one) => gate.judge(one))).toEqual([
        'waiting_for_key',
        'waiting_for_key',
      ]);
    }
    const gate = new KeyframeGate(1);
    gate.judge(key(0));
    gate.droppedBefore(4);
    expect([frame(4), frame(6), frame(4)].map((one) => gate.judge(one))).toEqual([
      'pass',
      'waiting_for_key',
      'waiting_for_key',
    ]);
  });

  it('lets an announced hole replace no key frame, no discontinuity and no step back', () => {
    const closed = new KeyframeGate(1);
    closed.droppedBefore(4);
    expect(closed.judge(frame(4))).toBe('waiting_for_key');
    const broken = new KeyframeGate(1);
    broken.judge(key(0));
    broken.droppedBefore(4);
    expect(broken.judge(frame(4, { discontinuity: true }))).toBe('waiting_for_key');
    const back = new KeyframeGate(1);
    back.judge(key(10));
    back.droppedBefore(4);
    expect(back.judge(frame(4))).toBe('waiting_for_key');
  });

  it('knows a hole across the wrap of the sequence', () => {
    const gate = new KeyframeGate(1);
    gate.judge(key(0xffff_fffe));
    gate.droppedBefore(1);
    expect(gate.judge(frame(1))).toBe('pass');
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

  it('decodes everything a correct relay sends, whichever disposable access units it drops', () => {
    const schedule = fc.array(fc.record({ disposable: fc.boolean(), dropped: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(schedule, fc.constantFrom(0, 0xffff_fff0), (steps, first) => {
        const gate = new KeyframeGate(1);
        gate.judge(key(first));
        let hole = false;
        steps.forEach((step, i) => {
          const sequence = (first + 1 + i) >>> 0;
          if (step.disposable && step.dropped) {
            hole = true;
            return;
          }
          if (hole) {
            gate.droppedBefore(sequence);
            hole = false;
          }
          expect(gate.judge(frame(sequence, { disposable: step.disposable }))).toBe('pass');
        });
      }),
    );
  });
});
