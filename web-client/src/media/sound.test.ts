import { describe, expect, it } from 'vitest';
import { BlockCarrier, MOST_BLOCKS } from './block-carrier';
import { decodeG711, fromALaw, fromMuLaw } from './g711';
import type { PcmBlock } from './pcm-block';
import { Playout } from './playout';
import { soundOf } from './sound-choice';
import { SoundClock } from './sound-clock';
import { SoundRing } from './sound-ring';

const RATE = 48_000;
const BLOCK_MS = 20;
const SAMPLES = (RATE * BLOCK_MS) / 1000;
const QUANTUM = 128;
const QUANTUM_MS = (QUANTUM * 1000) / RATE;
const START_US = 1_796_000_000_000_000;

/** A block whose samples are the seconds since the start at which each was captured. */
function block(fromMs: number): PcmBlock {
  const samples = Float32Array.from({ length: SAMPLES }, (_, i) => (fromMs + (i * 1000) / RATE) / 1000);
  return { captureUs: START_US + fromMs * 1000, rate: RATE, channels: [samples] };
}

function read(ring: SoundRing, frames = QUANTUM, speed = 1): Float32Array {
  const output = [new Float32Array(frames), new Float32Array(frames)];
  ring.read(output, RATE, speed);
  return output[0] ?? new Float32Array();
}

describe('G.711', () => {
  it('gives the values of the recommendation', () => {
    expect([0x00, 0x80, 0x7f, 0xff, 0x8f, 0xf0].map(fromMuLaw)).toEqual([-32124, 32124, 0, 0, 16764, 120]);
    expect([0x55, 0xd5, 0x2a, 0xaa, 0x80, 0x5a].map(fromALaw)).toEqual([-8, 8, -32256, 32256, 5504, -248]);
  });

  it('is symmetric: the first bit is the sign', () => {
    for (let byte = 0; byte < 128; byte++) {
      expect(fromMuLaw(byte) + fromMuLaw(byte | 0x80)).toBe(0);
      expect(fromALaw(byte) + fromALaw(byte | 0x80)).toBe(0);
    }
  });

  it('separates channels and ignores half a frame at the end', () => {
    const [left, right] = decodeG711('ulaw', Uint8Array.of(0x80, 0x00, 0xff, 0x7f, 0x80), 2);
    expect([...(left ?? [])]).toEqual([32124 / 32768, 0]);
    expect([...(right ?? [])]).toEqual([-32124 / 32768, 0]);
  });
});

describe('the ring of sound', () => {
  it('knows when the next sample was captured', () => {
    const ring = new SoundRing();
    expect(ring.captureUs).toBeUndefined();
    ring.push(block(0));
    ring.push(block(20));
    read(ring, SAMPLES + 240);
    expect(ring.captureUs).toBe(START_US + 25_000);
    expect(ring.bufferedMs).toBe(15);
    expect(read(ring)[0]).toBeCloseTo(0.025, 5);
  });

  it('keeps time over lost blocks, with silence in their place', () => {
    const ring = new SoundRing();
    ring.push(block(0));
    ring.push(block(60));
    expect(ring.bufferedMs).toBe(80);
    read(ring, SAMPLES);
    expect([...read(ring, 2 * SAMPLES)].every((sample) => sample === 0)).toBe(true);
    expect(read(ring)[0]).toBeCloseTo(0.06, 5);
  });

  it('ignores what comes twice, and starts over when the clock jumps', () => {
    const ring = new SoundRing();
    ring.push(block(40));
    ring.push(block(60));
    ring.push(block(40));
    expect(ring.bufferedMs).toBe(40);
    ring.push(block(90_000));
    expect(ring.bufferedMs).toBe(20);
    expect(ring.captureUs).toBe(START_US + 90_000_000);
  });

  it('plays mono on both sides, and silence when it is empty', () => {
    const ring = new SoundRing();
    ring.push(block(1000));
    const output = [new Float32Array(SAMPLES + 10), new Float32Array(SAMPLES + 10)];
    ring.read(output, RATE, 1);
    expect(output[1]).toEqual(output[0]);
    expect(output[0]?.at(-1)).toBe(0);
  });

  it('resamples: at another rate, and faster or slower', () => {
    const ring = new SoundRing();
    ring.push(block(0));
    ring.push(block(20));
    const output = [new Float32Array(200)];
    ring.read(output, RATE / 2, 1);
    expect(ring.captureUs).toBeCloseTo(START_US + (200 / 24_000) * 1_000_000, -1);
    const before = ring.bufferedMs;
    read(ring, 480, 1.01);
    expect(before - ring.bufferedMs).toBeCloseTo(10.1, 5);
  });

  it('is bounded: the oldest goes', () => {
    const ring = new SoundRing();
    for (let ms = 0; ms < 4000; ms += BLOCK_MS) {
      ring.push(block(ms));
    }
    expect(ring.bufferedMs).toBeLessThan(2800);
    expect(ring.captureUs).toBeGreaterThan(START_US + 1_200_000);
  });
});

/** Plays blocks that arrive as `arrivals` says, and returns what waited and what was heard at the end of each second. */
function play(seconds: number, arrives: (blockMs: number) => number, drift = 1) {
  const ring = new SoundRing();
  const playout = new Playout();
  const ages: number[] = [];
  let next = 0;
  for (let nowMs = 0; nowMs < seconds * 1000; nowMs += QUANTUM_MS) {
    while (arrives(next) <= nowMs) {
      ring.push(block(next));
      next += BLOCK_MS;
    }
    const move = playout.next(ring.bufferedMs, QUANTUM_MS);
    if (move.kind === 'play') {
      ring.skip(move.skipMs);
      const { captureUs } = ring;
      read(ring, QUANTUM, move.speed * drift);
      if (captureUs !== undefined && nowMs % 1000 < QUANTUM_MS) {
        ages.push(nowMs - (captureUs - START_US) / 1000);
      }
    }
  }
  return { ages, underruns: playout.underruns };
}

describe('playing close to live', () => {
  const steady = (ms: number) => ms + BLOCK_MS + 30;

  it('gets rid of what waited at the beginning', () => {
    const { ages, underruns } = play(6, (ms) => Math.max(800, steady(ms)));
    expect(Math.max(...ages.slice(0, 1))).toBeGreaterThan(300);
    expect(ages.at(-1)).toBeLessThan(110);
    expect(underruns).toBe(0);
  });

  it('needs little more than what the arrival in bursts asks for', () => {
    const { ages, underruns } = play(20, (ms) => Math.ceil(steady(ms) / 80) * 80);
    expect(underruns).toBeLessThanOrEqual(1);
    expect(ages.at(-1)).toBeLessThan(190);
  });

  it.each([
    0.999, 1.001,
  ])('follows a clock that is off by %d without running dry or falling behind', (drift) => {
    const { ages, underruns } = play(60, steady, drift);
    expect(underruns).toBe(0);
    expect(ages.at(-1)).toBeLessThan(120);
    expect(ages.at(-1)).toBeGreaterThan(50);
  });

  it('waits for more after it ran out, and counts that', () => {
    const { underruns, ages } = play(12, (ms) => (ms > 3000 && ms < 3400 ? 3500 : steady(ms)));
    expect(underruns).toBe(1);
    expect(ages.at(-1)).toBeLessThan(150);
  });

  it('is delayed by as much as the frames need', () => {
    const playout = new Playout();
    const moves = Array.from({ length: 800 }, (_, i) => {
      if (i === 400) {
        playout.setExtra(200);
      }
      return playout.next(110, QUANTUM_MS).kind;
    });
    expect(moves.slice(0, 400)).not.toContain('wait');
    expect(moves.filter((kind) => kind === 'wait').length * QUANTUM_MS).toBeGreaterThan(60);
  });
});

describe('what is heard now', () => {
  it('follows from what is rendered and when that comes out', () => {
    const clock = new SoundClock();
    expect(clock.heardUs(0)).toBeUndefined();
    clock.setPosition({ contextS: 10, captureUs: START_US });
    clock.setOutput({ contextS: 9.95, atUs: 1_000_000 });
    expect(clock.heardUs(1_000_000)).toBeCloseTo(START_US - 50_000, -1);
    expect(clock.heardUs(1_100_000)).toBeCloseTo(START_US + 50_000, -1);
  });

  it('is nothing in silence, or when the output has stopped', () => {
    const clock = new SoundClock();
    clock.setOutput({ contextS: 10, atUs: 0 });
    clock.setPosition({ contextS: 10, captureUs: undefined });
    expect(clock.heardUs(0)).toBeUndefined();
    clock.setPosition({ contextS: 10, captureUs: 5 });
    expect(clock.heardUs(2_000_000)).toBeUndefined();
  });
});

describe('blocks on their way to the audio thread', () => {
  it('travel together when the last ones have not been taken yet, and never in a queue', () => {
    const sent: number[][] = [];
    const carrier = new BlockCarrier((blocks) => sent.push(blocks.map(({ captureUs }) => captureUs)));
    for (let i = 0; i < MOST_BLOCKS + 5; i++) {
      carrier.add({ captureUs: i, rate: RATE, channels: [] });
    }
    expect(sent).toEqual([[0]]);
    carrier.taken();
    expect(sent[1]).toHaveLength(MOST_BLOCKS);
    expect(sent[1]?.[0]).toBe(5);
    carrier.taken();
    expect(sent).toHaveLength(2);
    carrier.add({ captureUs: 200, rate: RATE, channels: [] });
    expect(sent[2]).toEqual([200]);
  });
});

describe('the sound of a publication', () => {
  const audio = { kind: 'audio', codec: 'opus', sample_rate: RATE, channels: 2 } as const;

  it('is the track of that name, else the first that is not encrypted', () => {
    const other = { ...audio, id: 3, name: 'audio-2' };
    const named = { ...audio, id: 4, name: 'audio' };
    expect(soundOf([other, named])).toBe(named);
    expect(soundOf([{ ...named, encryption: 'sframe' }, other])).toBe(other);
    expect(soundOf([])).toBeUndefined();
  });
});
