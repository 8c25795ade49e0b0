import { describe, expect, it } from 'vitest';
import { NO_SOUND } from '../../engine/sound-status';
import { PageMemory } from '../../state/page-memory';
import { SafeStorage } from '../../state/storage';
import { hotkeyAction } from './hotkeys';
import { soundView, volumeWords } from './sound-controls';
import { soundRows } from './sound-rows';

describe('sound', () => {
  const muted = { ...NO_SOUND, codec: 'opus' };
  const stats = { bufferedMs: 41.4, underruns: 2, skippedMs: 0, level: 0.1, skewMs: -12.3 };
  const on = { ...muted, on: true, volume: 0.6, stats };

  it('has controls only where there is some that can be played', () => {
    expect(soundView(NO_SOUND)).toBeUndefined();
    expect(soundView({ ...muted, problem: 'not decoded by this browser' })).toBeUndefined();
    expect(soundView(muted)).toEqual({ on: false, volume: 1, meter: undefined });
    expect(soundView(on)?.meter).toBeCloseTo(2 / 3);
  });

  it('is announced as it is heard', () => {
    expect(volumeWords({ on: true, volume: 0.6 })).toBe('Volume 60 %');
    expect(volumeWords({ on: false, volume: 0.6 })).toBe('Muted');
  });

  it('is in the statistics, with the reason when it cannot be played', () => {
    expect(soundRows(NO_SOUND)).toEqual([['Sound', 'none']]);
    expect(soundRows({ ...muted, problem: 'not playable in a video element' })).toEqual([
      ['Sound', 'opus, not playable in a video element'],
    ]);
    expect(soundRows(on).map((row) => row.join(': '))).toEqual([
      'Sound: opus, on',
      'Sound buffer: 41 ms, ran out 2 times',
      'Sound dropped: 0 ms',
      'Sound level: -20 dBFS',
      'Video against sound: 12 ms late',
    ]);
  });

  it('is remembered', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (k: string) => kept.get(k) ?? null,
      setItem: (k: string, v: string) => kept.set(k, v),
    };
    const memory = new PageMemory(
      new SafeStorage(() => storage as unknown as Storage),
      new SafeStorage(() => storage as unknown as Storage),
    );
    expect(memory.soundOn).toBeUndefined();
    expect(memory.volume).toBe(1);
    memory.keepSoundOn(false);
    memory.keepVolume(0.35);
    expect(memory.soundOn).toBe(false);
    expect(memory.volume).toBe(0.35);
    kept.set('fanlight.volume', 'loud');
    expect(memory.volume).toBe(1);
  });

  it('is under the keys that video players have', () => {
    const press = (key: string) =>
      hotkeyAction({ key, ctrlKey: false, altKey: false, metaKey: false }, false);
    expect(['m', 'M', 'ArrowUp', 'ArrowDown'].map(press)).toEqual(['mute', 'mute', 'louder', 'quieter']);
  });
});
