import { describe, expect, it } from 'vitest';
import { trimRange } from './buffer-trim';
import { CaptureMap } from './capture-map';
import { ErrorBudget } from './error-budget';
import { ageMs, LatencyMeter } from './latency';
import { RebuildPace } from './rebuild-pace';
import { capabilitiesOf, chooseMode } from './support';

describe('latency', () => {
  it('puts both clocks on the relay before it compares', () => {
    expect(ageMs(1_000_000, 500_000, 7_400_000, -6_000_000)).toBe(100);
  });

  it('is smoothed, but a jump shows at once', () => {
    const meter = new LatencyMeter();
    meter.add(100);
    meter.add(200);
    expect(meter.valueMs).toBeCloseTo(115);
    meter.add(5000);
    expect(meter.valueMs).toBe(5000);
  });
});

describe('trimming a buffer', () => {
  it('keeps ten seconds behind the frame and does not bother for less than five', () => {
    expect(trimRange(0, 14, 14.2)).toBeUndefined();
    expect(trimRange(0, 20, 20.2)).toEqual({ fromS: 0, toS: 10 });
  });

  it('also works while the video is paused', () => {
    expect(trimRange(0, 3, 60)).toEqual({ fromS: 0, toS: 40 });
  });
});

describe('choosing a mode', () => {
  it('prefers WebCodecs, takes MSE without it, and obeys the address', () => {
    const both = { webcodecs: true, mse: true };
    expect([chooseMode(both, null), chooseMode({ ...both, webcodecs: false }, null)]).toEqual([
      'webcodecs',
      'mse',
    ]);
    expect([chooseMode(both, 'mse'), chooseMode(both, 'nonsense')]).toEqual(['mse', 'webcodecs']);
    expect(chooseMode({ webcodecs: false, mse: false }, null)).toBeUndefined();
  });

  it('knows a browser that has only the managed kind of MediaSource', () => {
    expect(capabilitiesOf({ ManagedMediaSource: 1 })).toEqual({
      webcodecs: false,
      mse: true,
      webrtc: false,
    });
  });
});

describe('decoder errors', () => {
  it('are forgiven until there are five in a row, over three seconds', () => {
    const budget = new ErrorBudget();
    expect([0, 1, 2, 3, 4, 2000].map((ms) => budget.spend(ms))).not.toContain(true);
    expect(budget.spend(3000)).toBe(true);
    const slow = new ErrorBudget();
    expect([0, 10_000, 20_000, 30_000, 40_000].map((ms) => slow.spend(ms)).lastIndexOf(false)).toBe(3);
  });

  it('say nothing against a browser that decodes something in between', () => {
    const budget = new ErrorBudget();
    for (let ms = 0; ms < 60_000; ms += 1000) {
      expect(budget.spend(ms)).toBe(false);
      budget.clear();
    }
  });
});

describe('the pace of new players', () => {
  it('is quick once and slow where nothing helps', () => {
    const pace = new RebuildPace();
    const delays = [0, 100, 200, 300, 400, 500].map((ms) => pace.broke(ms));
    expect(delays).toEqual([0, 1000, 2000, 4000, 8000, 8000]);
  });

  it('is quick again after ten seconds of playing, not after one', () => {
    const pace = new RebuildPace();
    pace.broke(0);
    pace.played(1000);
    pace.played(1900);
    expect(pace.broke(2000)).toBe(1000);
    pace.played(4000);
    pace.played(13_900);
    expect(pace.broke(14_000)).toBe(0);
  });
});

describe('finding out when a shown frame was taken', () => {
  it('takes the nearest place on the timeline', () => {
    const map = new CaptureMap();
    map.add(0, 5_000_000);
    map.add(33_000, 5_033_333);
    expect(map.captureAt(33_000.4)).toBe(5_033_333);
    map.clear();
    expect(map.captureAt(0)).toBeUndefined();
  });
});
