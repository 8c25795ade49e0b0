import { describe, expect, it } from 'vitest';
import { Adaptation } from './adaptation';
import { fullBitRate } from './video-plan';

const TARGET = { width: 1280, height: 720, fps: 30, shortSide: 720 };

/** An uplink with a capacity, observed ten times a second: what it does not carry queues. */
class Uplink {
  readonly adaptation = new Adaptation(TARGET, 0);
  #nowMs = 0;
  #queuedBits = 0;

  run(seconds: number, capacity: number): void {
    for (let tick = 0; tick < seconds * 10; tick++) {
      this.#nowMs += 100;
      const { bitRate } = this.adaptation.plan;
      // A page encodes nothing while too much is on its way.
      const held = this.#queuedBits / capacity > 0.35;
      const offered = this.#queuedBits + (held ? 0 : bitRate / 10);
      const carried = Math.min(offered, capacity / 10);
      this.#queuedBits = offered - carried;
      this.adaptation.observe(this.#nowMs, {
        delayMs: (this.#queuedBits / capacity) * 1000,
        delivered: carried * 10,
        held,
      });
    }
  }
}

describe('an adaptation to the uplink', () => {
  it('sends everything where everything fits', () => {
    const uplink = new Uplink();
    uplink.run(20, 10_000_000);
    expect(uplink.adaptation.plan).toMatchObject({ width: 1280, height: 720, fps: 30 });
    expect(uplink.adaptation.plan.bitRate).toBe(fullBitRate(TARGET));
    expect(uplink.adaptation.quality).toBe('fine');
  });

  it('lowers the bit rate before the frame rate, and the frame rate before the size', () => {
    const slower = new Uplink();
    slower.run(15, 1_200_000);
    expect(slower.adaptation.plan).toMatchObject({ width: 1280, height: 720, fps: 30 });
    expect(slower.adaptation.plan.bitRate).toBeLessThan(1_600_000);

    const slow = new Uplink();
    slow.run(15, 450_000);
    expect(slow.adaptation.plan).toMatchObject({ width: 1280, height: 720 });
    expect(slow.adaptation.plan.fps).toBeLessThan(30);

    const poor = new Uplink();
    poor.run(15, 150_000);
    expect(poor.adaptation.plan.width).toBeLessThan(1280);
    expect(poor.adaptation.quality).toBe('poor');
  });

  it('is whole again within a minute when the uplink is', () => {
    const uplink = new Uplink();
    uplink.run(20, 300_000);
    expect(uplink.adaptation.quality).toBe('poor');
    uplink.run(60, 10_000_000);
    expect(uplink.adaptation.plan).toMatchObject({ width: 1280, height: 720, fps: 30 });
    expect(uplink.adaptation.quality).toBe('fine');
  });

  it('tries more and more seldom where that fails', () => {
    const uplink = new Uplink();
    let raised = 0;
    let before = 0;
    for (let second = 0; second < 300; second++) {
      uplink.run(1, 800_000);
      const { bitRate } = uplink.adaptation.plan;
      raised += Number(second > 100 && bitRate > before && bitRate > 800_000);
      before = bitRate;
    }
    expect(raised).toBeLessThan(25);
  });

  it('forgives one retransmission', () => {
    const { adaptation } = new Uplink();
    adaptation.observe(1000, { delayMs: 450, delivered: 0, held: false });
    adaptation.observe(1300, { delayMs: 700, delivered: 0, held: false });
    adaptation.observe(1400, { delayMs: 10, delivered: 0, held: false });
    adaptation.observe(2000, { delayMs: 450, delivered: 0, held: false });
    expect(adaptation.plan.bitRate).toBe(fullBitRate(TARGET));
  });

  it('keeps everything when another size is chosen on a fine uplink, and nothing more on a slow one', () => {
    const fine = new Uplink();
    fine.adaptation.setTarget({ ...TARGET, shortSide: 360 });
    expect(fine.adaptation.plan).toMatchObject({ width: 640, height: 360 });
    fine.adaptation.setTarget(TARGET);
    expect(fine.adaptation.plan.bitRate).toBe(fullBitRate(TARGET));

    const slow = new Uplink();
    slow.run(20, 300_000);
    const { bitRate } = slow.adaptation.plan;
    slow.adaptation.setTarget({ ...TARGET, shortSide: 1080, width: 1920, height: 1080 });
    expect(slow.adaptation.plan.bitRate).toBe(bitRate);
  });
});
