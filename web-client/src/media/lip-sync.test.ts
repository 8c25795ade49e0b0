import { beforeEach, describe, expect, it } from 'vitest';
import { FrameDelay, MOST_FRAMES } from './frame-delay';
import { LipSync } from './lip-sync';
import type { Frame } from './playhead';
import { SoundClock } from './sound-clock';

const START_US = 1_796_000_000_000_000;
const FRAME_MS = 40;

describe('frames and sound', () => {
  let nowUs: number;
  let clock: SoundClock;
  let lipSync: LipSync;
  let extras: number[];

  /** Sound is heard `ageMs` after it was captured. */
  const heardAfter = (ageMs: number) => {
    clock.setOutput({ contextS: (nowUs - START_US) / 1_000_000, atUs: nowUs });
    clock.setPosition({ contextS: (nowUs - START_US) / 1_000_000, captureUs: nowUs - ageMs * 1000 });
  };
  /** Frames come `ageMs` after they were captured, for so long. */
  const arrive = (ageMs: number, seconds: number, soundMs: number) => {
    for (const endUs = nowUs + seconds * 1_000_000; nowUs < endUs; nowUs += FRAME_MS * 1000) {
      heardAfter(soundMs);
      lipSync.arrived(lipSync.waitUs(nowUs - ageMs * 1000) ?? 0);
    }
  };

  beforeEach(() => {
    nowUs = START_US;
    clock = new SoundClock();
    extras = [];
    lipSync = new LipSync(
      clock,
      () => nowUs,
      (ms) => extras.push(ms),
    );
  });

  it('do not wait without sound', () => {
    expect(lipSync.waitUs(nowUs - 50_000)).toBeUndefined();
  });

  it('wait until their moment is heard, and are late when it was', () => {
    heardAfter(150);
    expect(lipSync.waitUs(nowUs - 50_000)).toBeCloseTo(100_000, -1);
    expect(lipSync.waitUs(nowUs - 250_000)).toBeCloseTo(-100_000, -1);
    expect(lipSync.waitUs(nowUs + 9_000_000)).toBeUndefined();
  });

  it('leave the sound alone when they are early enough', () => {
    arrive(50, 5, 150);
    expect(extras).toEqual([]);
  });

  it('delay the sound when they are late, and take that back when they are not any more', () => {
    arrive(250, 1.5, 150);
    expect(extras).toHaveLength(1);
    expect(extras[0]).toBeCloseTo(100, 0);
    arrive(250, 10, 250);
    expect(extras).toHaveLength(1);
    arrive(50, 3, 250);
    expect(extras).toHaveLength(2);
    expect(extras[1]).toBe(0);
  });

  it('are not judged by single late ones', () => {
    for (let i = 0; i < 100; i++) {
      heardAfter(150);
      lipSync.arrived(i % 5 === 0 ? -200_000 : 60_000);
      nowUs += FRAME_MS * 1000;
    }
    expect(extras).toEqual([]);
  });

  it('differ by what is measured when a frame is drawn', () => {
    heardAfter(150);
    lipSync.drawn(nowUs - 140_000);
    expect(lipSync.skewMs).toBeCloseTo(10, 0);
    clock.clear();
    lipSync.drawn(nowUs);
    expect(lipSync.skewMs).toBeUndefined();
  });
});

describe('holding frames back', () => {
  let waits: Map<number, number> | undefined;
  let timers: { readonly run: () => void; readonly ms: number }[];
  let passed: number[];
  let closed: number[];
  let delay: FrameDelay<Frame>;
  const frame = (timestamp: number): Frame => ({ timestamp, close: () => closed.push(timestamp) });

  beforeEach(() => {
    waits = new Map();
    timers = [];
    passed = [];
    closed = [];
    delay = new FrameDelay({
      waitUs: (captureUs) => waits && (waits.get(captureUs) ?? captureUs),
      onArrival: () => undefined,
      setTimer: (run, ms) => timers.push({ run, ms }),
      pass: ({ timestamp }) => passed.push(timestamp),
    });
  });

  it('lets all pass at once without sound', () => {
    waits = undefined;
    delay.offer(frame(100_000));
    expect(passed).toEqual([100_000]);
    expect(timers).toEqual([]);
  });

  it('lets one pass when its time has come, in order', () => {
    delay.offer(frame(50_000));
    delay.offer(frame(90_000));
    expect(timers.map(({ ms }) => ms)).toEqual([42]);
    waits = new Map([[50_000, 1000]]);
    timers.shift()?.run();
    expect(passed).toEqual([50_000]);
    waits = undefined;
    timers.shift()?.run();
    expect(passed).toEqual([50_000, 90_000]);
  });

  it('never holds more than a decoder can spare', () => {
    for (let i = 0; i < MOST_FRAMES + 3; i++) {
      delay.offer(frame(1_000_000 + i));
    }
    expect(passed).toHaveLength(3);
  });

  it('closes what waits when the stream begins anew', () => {
    delay.offer(frame(50_000));
    delay.reset();
    timers.shift()?.run();
    expect(closed).toEqual([50_000]);
    expect(passed).toEqual([]);
  });
});
