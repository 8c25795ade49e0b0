import { describe, expect, it } from 'vitest';
import type { components } from '../../api/schema';
import { adviceFor, cameraBadge, stateLine } from './camera-words';
import { joinProgress } from './join-progress';
import { slugOf } from './slug';

type Camera = components['schemas']['Camera'];

const NOON = new Date(2026, 10, 30, 12).getTime();
const STATES: readonly Camera['state'][] = [
  'pending',
  'offline',
  'asleep',
  'starting',
  'live',
  'failed',
  'paused',
];

const camera = (changes: Partial<Camera>): Camera => ({
  camera: 'front',
  title: 'Front room',
  state: 'live',
  viewers: 0,
  visibility: 'private',
  visitors_can: 'watch',
  paused: false,
  preview: false,
  transcode: false,
  record: 'never',
  created_at: 0,
  ...changes,
});

describe('the address of a new camera', () => {
  it('is made of its name', () => {
    const taken = new Set<string>();
    expect(
      ['Nest box', '  Größe & Straße! ', 'Çafé №1', '庭のカメラ', '', 'a'.repeat(60)].map((name) =>
        slugOf(name, taken),
      ),
    ).toEqual(['nest-box', 'grosse-strasse', 'cafe-no1', 'camera', 'camera', 'a'.repeat(32)]);
  });

  it('gets a number where the name is taken, and stays within 32 characters', () => {
    expect(slugOf('Front', new Set(['front', 'front-2']))).toBe('front-3');
    expect(slugOf('a'.repeat(40), new Set(['a'.repeat(32)]))).toBe(`${'a'.repeat(30)}-2`);
  });
});

describe('a camera of the overview', () => {
  it('has a label and a line of its own in every state', () => {
    const labels = STATES.map((state) => cameraBadge({ state }).word);
    const lines = STATES.map((state) => stateLine(camera({ state, paused: state === 'paused' }), NOON).words);
    expect(new Set(labels).size).toBe(STATES.length);
    expect(new Set(lines).size).toBe(STATES.length);
  });

  it('says how its upload is', () => {
    expect(stateLine(camera({ uplink: 'fine', bit_rate: 1_840_000 }), NOON)).toEqual({
      tone: 'good',
      icon: 'check',
      words: 'Upload good · 1.8 Mbit/s',
    });
    expect(stateLine(camera({ uplink: 'slow', bit_rate: 612_000 }), NOON).words).toBe(
      'Upload slow · 612 kbit/s, smaller picture',
    );
  });

  it('says since when it is offline', () => {
    const since = (seen_at: number) => stateLine(camera({ state: 'offline', seen_at }), NOON).words;
    expect(since(NOON - 20_000)).toBe('Offline, last seen 20 s ago');
    expect(since(NOON - 3 * 3_600_000)).toMatch(/^Offline since 9:00/);
    expect(since(NOON - 18 * 3_600_000)).toMatch(/^Offline since yesterday, 6:00/);
  });

  it('comes with advice when it is not fine, and only then', () => {
    expect(STATES.filter((state) => adviceFor({ state }).length > 0)).toEqual(['offline', 'failed']);
    expect(adviceFor({ state: 'live', uplink: 'poor' })[0]).toContain('smaller picture');
  });
});

describe('adding a camera', () => {
  it('goes from waiting over connected to the first picture', () => {
    const progress = (state: Camera['state'], seen = false) => joinProgress({ state }, seen);
    expect([progress('pending'), progress('asleep'), progress('starting'), progress('live')]).toEqual([
      'waiting',
      'connected',
      'connected',
      'picture',
    ]);
    expect(progress('asleep', true)).toBe('picture');
    expect(progress('failed')).toBe('no_picture');
  });
});
