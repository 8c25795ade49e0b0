import { describe, expect, it } from 'vitest';
import type { Track } from '../protocol/track';
import type { Recording } from './command';
import { RecordedPath } from './recorded-path';
import type { Unit } from './unit';

const element = (id: readonly number[], content: readonly number[]) => [
  ...id,
  0x40 | (content.length >> 8),
  content.length & 0xff,
  ...content,
];
const text = (value: string) => [...new TextEncoder().encode(value)];
const entry = (number: number, codec: string, more: readonly number[] = []) =>
  element([0xae], [...element([0xd7], [number]), ...element([0x86], text(codec)), ...more]);

const HEAD = [
  ...element(
    [0x16, 0x54, 0xae, 0x6b],
    [
      ...entry(1, 'A_OPUS'),
      ...entry(
        2,
        'V_VP8',
        element([0xe0], [...element([0xb0], [0x05, 0]), ...element([0xba], [0x02, 0xd0])]),
      ),
      ...entry(3, 'V_THEORA'),
    ],
  ),
  ...element([0xe7], [0]),
];
const block = (track: number, atMs: number, flags = 0x80) =>
  element([0xa3], [0x80 | track, atMs >> 8, atMs & 0xff, flags, 9]);

function path() {
  let nowMs = 100_000;
  const recordings: Recording[] = [];
  const tracks: Track[] = [];
  const units: (Pick<Unit, 'key' | 'captureUs'> & { readonly track: number })[] = [];
  const recorded = new RecordedPath(
    { shortSide: 720, fps: 30 },
    {
      nowMs: () => nowMs,
      record: (recording) => recordings.push(recording),
      onTrack: (track) => tracks.push(track),
      onUnit: (track, { key, captureUs }) => units.push({ track, key, captureUs }),
    },
  );
  const pass = (ms: number) => {
    nowMs += ms;
  };
  const take = (generation: number, bytes: readonly number[]) =>
    recorded.take({ generation, startedUs: 5_000_000, bytes: Uint8Array.from(bytes) });
  return { recorded, recordings, tracks, units, pass, take };
}

describe('a recorded path', () => {
  it('records while there are viewers, and not otherwise', () => {
    const { recorded, recordings } = path();
    recorded.follow(false);
    expect(recordings).toEqual([]);
    recorded.follow(true);
    recorded.follow(true);
    recorded.follow(false);
    expect(recordings).toEqual([{ on: true, generation: 1, bitRate: 1_500_000 }, { on: false }]);
  });

  it('announces what players can play, and times frames by the start of the recorder', () => {
    const { recorded, tracks, units, take } = path();
    recorded.follow(true);
    take(1, [...HEAD, ...block(2, 0), ...block(1, 3), ...block(2, 33, 0), ...block(3, 40)]);
    expect(tracks.map(({ id, codec }) => [id, codec])).toEqual([
      [2, 'opus'],
      [0, 'vp8'],
    ]);
    expect(units).toEqual([
      { track: 0, key: true, captureUs: 5_000_000 },
      { track: 2, key: true, captureUs: 5_003_000 },
      { track: 0, key: false, captureUs: 5_033_000 },
    ]);
  });

  it('starts another recorder for a key frame, but not one after the other', () => {
    const { recorded, recordings, pass } = path();
    recorded.follow(true);
    recorded.requestKeyFrame();
    expect(recordings).toHaveLength(1);
    pass(3000);
    recorded.requestKeyFrame();
    expect(recordings.at(-1)).toMatchObject({ on: true, generation: 2 });
  });

  it('drops what a recorder that was stopped leaves behind, and what cannot be read', () => {
    const { recorded, recordings, units, pass, take } = path();
    recorded.follow(true);
    pass(3000);
    recorded.restart();
    take(1, [...HEAD, ...block(2, 0)]);
    expect(units).toEqual([]);
    take(2, [0, 0, 0, 0]);
    recorded.follow(true);
    expect(recordings).toHaveLength(2);
    pass(3000);
    recorded.follow(true);
    expect(recordings.at(-1)).toMatchObject({ on: true, generation: 3 });
    take(3, [...HEAD, ...block(2, 0)]);
    expect(units).toHaveLength(1);
  });

  it('records at a lower rate where the uplink carries less', () => {
    const { recorded, recordings, pass, take } = path();
    recorded.follow(true);
    take(1, [...HEAD, ...block(2, 0)]);
    const rates = () => recordings.map((one) => (one.on ? one.bitRate : 0));
    for (let i = 0; i < 100; i++) {
      pass(100);
      recorded.observe(2000, 300_000);
    }
    expect(rates().length).toBeLessThanOrEqual(5);
    expect(rates().at(-1)).toBeLessThan(400_000);
    expect(recorded.adaptation?.quality).not.toBe('fine');
  });
});
