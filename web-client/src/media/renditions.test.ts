import { describe, expect, it } from 'vitest';
import type { Track } from '../protocol/track';
import { hasSmall, keepUnchanged, mainOf, stageShape } from './renditions';
import { TrackChoice } from './track-choice';

const main: Track = { id: 0, kind: 'video', codec: 'avc1', name: 'main', width: 1280, height: 720 };
const low: Track = { id: 1, kind: 'video', codec: 'avc1', name: 'low', width: 320, height: 180 };
const sound: Track = { id: 2, kind: 'audio', codec: 'opus', name: 'main', sample_rate: 48_000, channels: 2 };

describe('choosing a track', () => {
  it('follows the relay: the first key frame of another video track takes over at once', () => {
    const choice = new TrackChoice();
    choice.announce([main, low, sound]);
    expect([choice.takes(0, false), choice.takes(0, true), choice.takes(0, false)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([choice.takes(1, false), choice.takes(1, true), choice.takes(0, false)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(choice.active).toBe(low);
    expect([choice.takes(0, true), choice.takes(1, false)]).toEqual([true, false]);
    expect([choice.takes(2, true), choice.takes(9, true)]).toEqual([false, false]);
    expect(choice.active).toBe(main);
  });

  it('stays where it is when a track is announced beside the one that is shown', () => {
    const choice = new TrackChoice();
    choice.announce([main]);
    choice.takes(0, true);
    choice.announce(keepUnchanged([main], [{ ...main }, low]));
    expect(choice.takes(0, false)).toBe(true);
    choice.announce(keepUnchanged([main], [{ ...main, codec: 'avc1.4D401F' }]));
    expect(choice.takes(0, false)).toBe(false);
  });
});

describe('the shape of the stage', () => {
  it('is that of the full frame while the small one is shown', () => {
    const { width, height } = main;
    expect(stageShape([low, main], low)).toEqual({ width, height });
    expect(stageShape([main, low], undefined)).toEqual({ width, height });
  });

  it('is upright and has square samples', () => {
    const phone = { ...main, width: 720, height: 576, sar: [64, 45], rotation: 90 } as const;
    expect(stageShape([phone], undefined)).toEqual({ width: 576, height: 1024 });
  });

  it('is that of the frame itself where nothing can take its place, or nothing was announced', () => {
    const shown = { width: 640, height: 480 };
    expect(stageShape([main], shown)).toBe(shown);
    expect(stageShape([], undefined)).toEqual({});
  });
});

describe('a small rendition', () => {
  it('is a video track of that name', () => {
    expect([hasSmall([main, low]), hasSmall([main, sound]), hasSmall([])]).toEqual([true, false, false]);
    expect([mainOf([sound, low, main]), mainOf([sound, low]), mainOf([sound])]).toEqual([
      main,
      low,
      undefined,
    ]);
  });
});
