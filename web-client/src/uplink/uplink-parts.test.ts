import { describe, expect, it } from 'vitest';
import { DeliveryRate } from './delivery-rate';
import { EncoderLoad } from './encoder-load';
import { FramePacer } from './frame-pacer';
import { SendWindow } from './send-window';
import { fitted, levelFor, lowPlan } from './video-plan';

describe('a send window', () => {
  it('counts what is acknowledged with one of a track as arrived, whatever the track', () => {
    const window = new SendWindow();
    window.sent(0, 1, 1000, 0);
    window.sent(2, 7, 100, 10);
    window.sent(0, 2, 500, 40);
    expect(window.bytes).toBe(1600);
    window.acknowledged(2, 7, 60);
    expect(window.bytes).toBe(500);
    expect(window.acknowledgedBytes).toBe(1100);
  });

  it('takes the shortest way off the delay', () => {
    const window = new SendWindow();
    window.sent(0, 1, 1000, 0);
    window.acknowledged(0, 1, 80);
    window.sent(0, 2, 1000, 100);
    expect(window.delayMs(150)).toBe(0);
    expect(window.delayMs(480)).toBe(300);
  });

  it('ignores what it does not know, and does not grow without end', () => {
    const window = new SendWindow();
    for (let sequence = 0; sequence < 5000; sequence++) {
      window.sent(0, sequence, 1, sequence);
    }
    window.acknowledged(0, 3, 6000);
    expect(window.bytes).toBe(2048);
    window.clear();
    expect(window.bytes).toBe(0);
    expect(window.oldestMs(9000)).toBe(0);
  });
});

describe('a delivery rate', () => {
  it('is that of the last one and a half seconds', () => {
    const rate = new DeliveryRate();
    expect(rate.bitsPerSecond).toBe(0);
    for (let ms = 0; ms <= 4000; ms += 100) {
      rate.observe(ms, ms < 2000 ? ms * 100 : 200_000 + (ms - 2000) * 10);
    }
    expect(rate.bitsPerSecond).toBeCloseTo(80_000, -3);
  });
});

describe('a frame pacer', () => {
  const FREE = { delayMs: 0, bytes: 0, bitRate: 1_000_000 };

  const taken = (fps: number, camera: number, seconds: number, jitter = (_: number) => 0): number => {
    const pacer = new FramePacer();
    let count = 0;
    for (let frame = 0; frame < camera * seconds; frame++) {
      count += Number(pacer.take((frame * 1_000_000) / camera + jitter(frame), fps, FREE));
    }
    return count;
  };

  it('takes every frame of a camera at its rate, also when they come unevenly', () => {
    expect(taken(25, 25, 10)).toBe(250);
    expect(taken(25, 25, 10, (frame) => (frame % 2) * 8000)).toBe(250);
  });

  it('takes as many as are wanted of a quicker camera', () => {
    expect(Math.abs(taken(15, 30, 10) - 150)).toBeLessThanOrEqual(1);
    expect(taken(25, 30, 10)).toBeGreaterThanOrEqual(240);
    expect(taken(25, 30, 10)).toBeLessThanOrEqual(255);
  });

  it('takes none while frames queue or too much is on its way', () => {
    const pacer = new FramePacer();
    expect(pacer.take(0, 25, { ...FREE, delayMs: 400 })).toBe(false);
    expect(pacer.take(40_000, 25, { ...FREE, bytes: 200_000 })).toBe(false);
    expect(pacer.take(80_000, 25, { ...FREE, bytes: 50_000 })).toBe(true);
  });
});

describe('the size of video', () => {
  it('keeps its shape, is even, and never larger than the source', () => {
    expect(fitted({ width: 1920, height: 1080 }, 720)).toEqual({ width: 1280, height: 720 });
    expect(fitted({ width: 720, height: 1280 }, 360)).toEqual({ width: 360, height: 640 });
    expect(fitted({ width: 640, height: 361 }, 720)).toEqual({ width: 640, height: 362 });
  });

  it('is not switched by a bit rate at the edge', () => {
    const target = { width: 1280, height: 720, fps: 30, shortSide: 720 };
    expect(levelFor(target, 580_000, 0)).toBe(1);
    expect(levelFor(target, 600_000, 1)).toBe(1);
    expect(levelFor(target, 800_000, 1)).toBe(0);
  });

  it('has a low rendition where that is much smaller', () => {
    const low = lowPlan({ width: 1280, height: 720, fps: 30, shortSide: 720 });
    expect(low).toMatchObject({ width: 320, height: 180, fps: 10 });
    expect(lowPlan({ width: 320, height: 240, fps: 30, shortSide: 720 })).toBeUndefined();
  });
});

describe('the load of an encoder', () => {
  it('reduces the size where the encoder is too slow, and never raises it again', () => {
    const load = new EncoderLoad();
    for (let ms = 0; ms < 8000; ms += 40) {
      load.due(ms, ms % 80 === 0, 720);
    }
    expect(load.limit).toBe(540);
    for (let ms = 8000; ms < 60_000; ms += 40) {
      load.due(ms, false, 540);
    }
    expect(load.limit).toBe(540);
  });

  it('forgives a hiccup', () => {
    const load = new EncoderLoad();
    for (let ms = 0; ms < 60_000; ms += 40) {
      load.due(ms, ms % 5000 < 400, 720);
    }
    expect(load.limit).toBe(Number.POSITIVE_INFINITY);
  });
});
