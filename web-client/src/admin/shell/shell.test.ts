import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { components } from '../../api/schema';
import { SafeStorage } from '../../state/storage';
import { DelayedActs, UNDO_MS } from '../section/delayed-acts';
import { RateMeter } from '../section/rate-meter';
import { Appearance } from './appearance';
import { eventsSince, eventWords, type RelayView } from './relay-events';

type Camera = components['schemas']['Camera'];

const view = (
  states: Readonly<Record<string, readonly [state: Camera['state'], viewers: number]>>,
  asks: readonly string[] = [],
): RelayView => ({
  cameras: Object.entries(states).map(([camera, [state, viewers]]) => ({
    camera,
    title: `The ${camera}`,
    state,
    viewers,
    visibility: 'private',
    visitors_can: 'watch',
    paused: false,
    preview: false,
    transcode: false,
    record: 'never',
    created_at: 0,
  })),
  enrollments: asks.map((id) => ({ id, code: '', words: '', host: 'pi', agent: '', address: '', since: 0 })),
});

describe('what has happened at the relay', () => {
  it('is a camera that was lost or is back, someone who watches, and a computer that wants to join', () => {
    const before = view({ nest: ['live', 2], yard: ['offline', 0], hall: ['asleep', 0], shed: ['live', 1] }, [
      'a',
    ]);
    const now = view({ nest: ['offline', 0], yard: ['asleep', 0], hall: ['live', 1], shed: ['failed', 1] }, [
      'a',
      'b',
    ]);
    const events = eventsSince(before, now);
    expect(events.map(({ kind }) => kind)).toEqual(['lost', 'back', 'watched', 'no_picture', 'asks']);
    expect(events.map((event) => eventWords(event).title)).toEqual([
      'The nest is offline',
      'The yard is back',
      'Someone watches The hall',
      'The shed gives no picture',
      'A computer wants to join',
    ]);
  });

  it('is nothing where a camera is new, sleeps, wakes, or gets one viewer more', () => {
    const before = view({ nest: ['live', 1], hall: ['asleep', 0] });
    expect(
      eventsSince(before, view({ nest: ['asleep', 0], hall: ['live', 0], new: ['offline', 0] })),
    ).toEqual([]);
    expect(eventsSince(before, view({ nest: ['live', 2], hall: ['asleep', 0] }))).toEqual([]);
  });
});

describe('an act that can be undone', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  const act = (done: string[], key: string) => ({ key, words: key, run: async () => done.push(key) });

  it('is carried out after ten seconds, once', async () => {
    const done: string[] = [];
    const acts = new DelayedActs(() => undefined, Date.now);
    acts.add(act(done, 'revoke'));
    acts.add(act(done, 'revoke'));
    await vi.advanceTimersByTimeAsync(UNDO_MS - 1);
    expect([done, acts.has('revoke')]).toEqual([[], true]);
    await vi.advanceTimersByTimeAsync(1);
    expect([done, acts.waiting]).toEqual([['revoke'], []]);
  });

  it('is not carried out once it was undone', async () => {
    const done: string[] = [];
    const acts = new DelayedActs(() => undefined, Date.now);
    acts.add(act(done, 'revoke'));
    acts.undo('revoke');
    await vi.advanceTimersByTimeAsync(2 * UNDO_MS);
    expect(done).toEqual([]);
  });

  it('is carried out at once on request, and when the page is left', () => {
    const done: string[] = [];
    const acts = new DelayedActs(() => undefined, Date.now);
    acts.add(act(done, 'one'));
    void acts.runNow('one');
    acts.add(act(done, 'two'));
    acts.runAll();
    expect(done).toEqual(['one', 'two']);
  });
});

describe('the appearance of the pages', () => {
  it('is that of the device until another one is chosen, and the choice is kept', () => {
    const kept = new Map<string, string>();
    const storage = new SafeStorage(
      () =>
        ({
          getItem: (name: string) => kept.get(name) ?? null,
          setItem: (name: string, value: string) => kept.set(name, value),
          removeItem: (name: string) => kept.delete(name),
        }) as unknown as Storage,
    );
    const root = { dataset: {} as DOMStringMap };
    const appearance = new Appearance(storage, root);
    appearance.apply();
    expect([appearance.theme, root.dataset['theme']]).toEqual(['system', undefined]);
    appearance.choose('dark');
    expect([new Appearance(storage, root).theme, root.dataset['theme']]).toEqual(['dark', 'dark']);
    appearance.choose('system');
    expect([kept.size, root.dataset['theme']]).toEqual([0, undefined]);
  });
});

describe('the rate of a counter', () => {
  it('is known from the second look on, and not when the counter has begun anew', () => {
    const meter = new RateMeter();
    expect(meter.bitRate(1000, 0)).toBeUndefined();
    expect(meter.bitRate(126_000, 1000)).toBe(1_000_000);
    expect(meter.bitRate(0, 2000)).toBeUndefined();
  });
});
