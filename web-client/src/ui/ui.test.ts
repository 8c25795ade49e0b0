import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, type Preferences } from '../engine/preferences';
import type { Track } from '../protocol/track';
import { PageMemory } from '../state/page-memory';
import { SafeStorage } from '../state/storage';
import type { WatchState } from '../state/watch-state';
import { chatRefusalWords } from './chat/chat-words';
import { clampWidth } from './page/splitter-width';
import { Announcer } from './player/announcer';
import { hotkeyAction } from './player/hotkeys';
import { settingsMenu } from './player/settings-menu';
import { snapshotName } from './player/snapshot-file';
import { deliveryWords, latencyWords, uplinkWords, wordsFor } from './player/state-words';
import { agoWords } from './widget/time-words';

const ALL: readonly WatchState[] = [
  { name: 'connecting', sinceMs: 0, againAtMs: undefined },
  { name: 'waking', sinceMs: 0, lastCaptureUs: undefined },
  { name: 'live', latencyMs: 200 },
  { name: 'behind', latencyMs: 6200 },
  { name: 'paused' },
  { name: 'stalled', sinceMs: 0 },
  { name: 'damaged', againAtMs: 0 },
  { name: 'blocked', by: 'sockets', againAtMs: 6000 },
  { name: 'camera_offline', lastCaptureUs: 0 },
  { name: 'camera_error' },
  { name: 'wrong_link' },
  { name: 'link_ended' },
  { name: 'link_full', againAtMs: 6000 },
  { name: 'banned' },
  { name: 'disconnected' },
  { name: 'busy', againAtMs: undefined },
  { name: 'password', status: 'none', againAtMs: undefined },
  { name: 'paused_by_owner' },
  { name: 'paused_at_camera', why: '', resumesAtUs: undefined },
  { name: 'relay_restart', backAtMs: 6000 },
  { name: 'offline_you' },
  { name: 'unsupported' },
];
const moment = (nowMs: number) => ({
  nowMs,
  wallUs: 180_000_000,
  timeOfDay: () => '14:03:22',
  dayAndTime: () => 'Monday at 8:00',
});

describe('the words of a state', () => {
  it('give each state a shape and a name of its own', () => {
    const words = ALL.map((state) => wordsFor(state, moment(1000)));
    expect(new Set(words.map((one) => one.shape)).size).toBe(ALL.length);
    expect(new Set(words.map((one) => one.badge)).size).toBe(ALL.length);
  });

  it('say when the camera was last seen', () => {
    expect(wordsFor({ name: 'camera_offline', lastCaptureUs: 0 }, moment(0)).sentence).toBe(
      'Last seen 14:03:22, 3 min ago. The video resumes automatically.',
    );
    expect(wordsFor({ name: 'waking', sinceMs: 0, lastCaptureUs: 0 }, moment(0)).sentence).toBe(
      'It sleeps while no one watches. Last seen 14:03:22, 3 min ago.',
    );
  });

  it('do not flash "Connecting…" at those who connect quickly', () => {
    const connecting = { name: 'connecting', sinceMs: 0, againAtMs: undefined } as const;
    expect(wordsFor(connecting, moment(300)).sentence).toBeUndefined();
    expect(wordsFor(connecting, moment(500)).sentence).toBe('Connecting…');
  });

  it('say when it is tried again, and count down', () => {
    const waiting = { name: 'connecting', sinceMs: 0, againAtMs: 9000 } as const;
    const said = [1000, 4000, 8000, 9500].map((ms) => wordsFor(waiting, moment(ms)).sentence);
    expect(said).toEqual([
      'Connecting…',
      'The server cannot be reached. Trying again in 5 s.',
      'The server cannot be reached. Trying again in 1 s.',
      'The server cannot be reached. Trying again now…',
    ]);
    const waits: readonly WatchState[] = [
      { name: 'busy', againAtMs: 7000 },
      { name: 'link_full', againAtMs: 7000 },
      { name: 'blocked', by: 'sockets', againAtMs: 7000 },
    ];
    for (const state of waits) {
      expect(wordsFor(state, moment(1000)).sentence).toMatch(/Trying again in 6 s\.$/);
      expect(wordsFor(state, moment(7000)).sentence).toMatch(/Trying again now…$/);
    }
  });

  it('blame neither the browser nor the link for damage and for proxies', () => {
    const words = [
      { name: 'damaged', againAtMs: 0 } as const,
      { name: 'damaged', againAtMs: 9000 } as const,
      ...(['sockets', 'origin', 'addresses'] as const).map(
        (by) => ({ name: 'blocked', by, againAtMs: 9000 }) as const,
      ),
    ].map((state) => wordsFor(state, moment(1000)).sentence);
    expect(words.join()).not.toMatch(/browser|link/);
    expect(words[1]).toBe('The video keeps arriving damaged. Trying again in 8 s.');
  });

  it('admit that a camera is slow', () => {
    expect(wordsFor({ name: 'waking', sinceMs: 0, lastCaptureUs: undefined }, moment(12_000)).heading).toBe(
      'The camera is slow to start (12 s)',
    );
  });

  it('write numbers for people', () => {
    expect([latencyWords(214), latencyWords(-3)]).toEqual(['≈0.2 s', '<0.1 s']);
    expect(chatRefusalWords('too_fast', 3200)).toBe(
      'You are sending messages too fast. You can send again in 3 s.',
    );
    expect(chatRefusalWords('something_new', 0)).toBe('Your message was not sent.');
    expect([59, 61, 3700, 90_000].map((s) => agoWords(s * 1_000_000))).toEqual([
      '59 s ago',
      '1 min ago',
      '1 h 1 min ago',
      '1 d ago',
    ]);
  });
});

describe('the words of a slow connection', () => {
  it('are a sentence for each way to send less, and none for everything', () => {
    const modes = ['no_disposable', 'low', 'key_frames', 'still'] as const;
    const words = modes.map((mode) => deliveryWords(mode, 'auto'));
    expect(new Set(words).size).toBe(4);
    expect(words).not.toContain(undefined);
    expect(deliveryWords('all', 'auto')).toBeUndefined();
  });

  it('do not complain of a small frame to those who chose it', () => {
    expect(deliveryWords('low', 'low')).toBeUndefined();
    expect(deliveryWords('key_frames', 'low')).toBe('Slow connection: very low frame rate');
  });
});

describe('the words of a pause at the camera', () => {
  const sentence = (why: string, resumesAtUs?: number) =>
    wordsFor({ name: 'paused_at_camera', why, resumesAtUs }, moment(0)).sentence;

  it('are those of the people there', () => {
    expect(sentence('cleaning the lens')).toBe('The people at the camera paused it: cleaning the lens');
    expect(sentence('')).toBe('The people at the camera paused it.');
  });

  it('report when the hours of the camera begin', () => {
    expect(sentence('', 1)).toBe('The camera is off outside its hours. It is back on Monday at 8:00.');
  });
});

describe('the words of a slow upload', () => {
  it('are about the camera and not about the viewer', () => {
    expect(uplinkWords('fine')).toBeUndefined();
    expect(uplinkWords('slow')).toBe("The camera's connection is slow");
    expect(uplinkWords('poor')).toBe("The camera's connection is very slow");
  });
});

describe('the settings menu', () => {
  const view = { tracks: [], theme: 'auto', hasFrame: true, canPip: true } as const;
  const labels = (tracks: readonly Track[], preferences: Preferences) =>
    settingsMenu({ ...view, tracks, preferences }).map(({ items }) =>
      items.map((item) => `${item.checked ? '✓' : ''}${item.label}`),
    );
  const video = { kind: 'video', codec: 'avc1', width: 1280, height: 720 } as const;

  it('offers sizes only where there is a small one', () => {
    const main = { ...video, id: 0, name: 'main' } as const;
    const low = { ...video, id: 1, name: 'low' } as const;
    expect(labels([main, low], { quality: 'low', latency: 'normal' }).slice(0, 2)).toEqual([
      ['Auto', 'High', '✓Low'],
      ['Fastest', '✓Balanced', 'Smooth, 3 s behind'],
    ]);
    expect(labels([main], { quality: 'low', latency: 'smooth' })[0]).toEqual([
      'Fastest',
      'Balanced',
      '✓Smooth, 3 s behind',
    ]);
  });

  it('offers nothing to do with a frame where there is none', () => {
    const preferences = DEFAULT_PREFERENCES;
    const [, actions] = settingsMenu({ ...view, hasFrame: false, preferences });
    expect(actions?.items.map(({ label }) => label)).toEqual(['Statistics', 'Keyboard shortcuts']);
  });
});

describe('stored preferences', () => {
  it('are what was chosen, and fall back to the default when invalid', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
      removeItem: (name: string) => kept.delete(name),
    } as unknown as Storage;
    const memory = new PageMemory(new SafeStorage(() => storage), new SafeStorage(() => storage));
    expect(memory.preferences).toEqual(DEFAULT_PREFERENCES);
    memory.keepPreferences({ quality: 'low', latency: 'low' });
    expect(memory.preferences).toEqual({ quality: 'low', latency: 'low' });
    memory.keepPreferences({ quality: 'auto', latency: 'smooth' });
    expect(memory.preferences.latency).toBe('smooth');
    memory.keepPreferences(DEFAULT_PREFERENCES);
    expect(kept.size).toBe(0);
    kept.set('fanlight.quality', 'gigantic');
    expect(memory.preferences).toEqual(DEFAULT_PREFERENCES);
  });
});

describe('announcements for screen readers', () => {
  it('are made once, and only if the state lasts', () => {
    const announcer = new Announcer();
    const stalled = { text: 'Waiting', urgency: 'polite', afterMs: 3000 } as const;
    const said = [0, 2000, 3000, 9000].map((ms) => announcer.next('stalled', stalled, ms)?.text);
    expect(said).toEqual([undefined, undefined, 'Waiting', undefined]);
  });
});

describe('keys', () => {
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, altKey: false, metaKey: false });

  it('do what the help says, but never with Ctrl', () => {
    expect(
      [press('K'), press('?'), press('s', true), press('x')].map((one) => hotkeyAction(one, false)),
    ).toEqual(['pause', 'help', undefined, undefined]);
  });

  it('leave the space bar to a button that has the focus', () => {
    expect([hotkeyAction(press(' '), true), hotkeyAction(press(' '), false)]).toEqual([undefined, 'pause']);
  });
});

describe('small things of the page', () => {
  it('names a snapshot after the time it was taken', () => {
    expect(snapshotName('front door', Date.parse('2026-11-21T10:22:31.412Z') * 1000)).toBe(
      'front_door_2026-11-21T10-22-31.412Z.png',
    );
  });

  it('keeps the chat between 280 pixels and half of the window', () => {
    expect([100, 400, 900].map((px) => clampWidth(px, 1400))).toEqual([280, 400, 700]);
  });
});
