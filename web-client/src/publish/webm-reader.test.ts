import { describe, expect, it } from 'vitest';
import { type WebmBlock, WebmReader, type WebmTrack } from './webm-reader';

const UNKNOWN = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

const element = (
  id: readonly number[],
  content: readonly number[],
  size = [0x40 | (content.length >> 8), content.length & 0xff],
) => [...id, ...size, ...content];
const text = (value: string) => [...new TextEncoder().encode(value)];

const TRACKS = element(
  [0x16, 0x54, 0xae, 0x6b],
  [
    ...element(
      [0xae],
      [...element([0xd7], [1]), ...element([0x86], text('A_OPUS')), ...element([0xe1], element([0x9f], [2]))],
    ),
    ...element(
      [0xae],
      [
        ...element([0xd7], [2]),
        ...element([0x86], text('V_VP8')),
        ...element([0xe0], [...element([0xb0], [0x02, 0x80]), ...element([0xba], [0x01, 0xe0])]),
      ],
    ),
  ],
);
const block = (track: number, atMs: number, flags: number, payload: readonly number[]) =>
  element([0xa3], [0x80 | track, atMs >> 8, atMs & 0xff, flags, ...payload]);

/** As browsers record it: sizes of segment and clusters are unknown, for they are not known when they begin. */
const RECORDING = Uint8Array.from([
  ...element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], text('webm'))),
  ...element([0x18, 0x53, 0x80, 0x67], [], UNKNOWN),
  ...element([0x15, 0x49, 0xa9, 0x66], element([0x4d, 0x80], text('browser'))),
  ...TRACKS,
  ...element([0x1f, 0x43, 0xb6, 0x75], [], UNKNOWN),
  ...element([0xe7], [0x03, 0xe8]),
  ...block(2, 0, 0x80, [1, 2, 3]),
  ...block(1, 20, 0x80, [4]),
  ...block(2, 0xfff6, 0, [5, 6]),
  ...element([0x1f, 0x43, 0xb6, 0x75], [], UNKNOWN),
  ...element([0xe7], [0x07, 0xd0]),
  ...element([0xa0], element([0xa1], [0x82, 0, 5, 0, 7])),
  ...element([0xa0], [...element([0xa1], [0x82, 0, 6, 0, 8]), ...element([0xfb], [0xff])]),
]);

function read(pieces: readonly Uint8Array[]) {
  const tracks: WebmTrack[] = [];
  const blocks: WebmBlock[] = [];
  const reader = new WebmReader({
    onTracks: (all) => tracks.push(...all),
    onBlock: (one) => blocks.push(one),
  });
  for (const piece of pieces) {
    reader.push(piece);
  }
  return { tracks, blocks: blocks.map(({ payload, ...rest }) => ({ ...rest, payload: [...payload] })) };
}

const EXPECTED = {
  tracks: [
    { number: 1, codec: 'A_OPUS', width: 0, height: 0, channels: 2 },
    { number: 2, codec: 'V_VP8', width: 640, height: 480, channels: 1 },
  ],
  blocks: [
    { track: 2, atMs: 1000, key: true, payload: [1, 2, 3] },
    { track: 1, atMs: 1020, key: true, payload: [4] },
    { track: 2, atMs: 990, key: false, payload: [5, 6] },
    { track: 2, atMs: 2005, key: true, payload: [7] },
    { track: 2, atMs: 2006, key: false, payload: [8] },
  ],
};

describe('a reader of recordings', () => {
  it('finds tracks and frames, with times of their cluster', () => {
    expect(read([RECORDING])).toEqual(EXPECTED);
  });

  it('finds the same wherever the stream is cut into pieces', () => {
    for (let size = 1; size < 40; size++) {
      const pieces = Array.from({ length: Math.ceil(RECORDING.length / size) }, (_, i) =>
        RECORDING.slice(i * size, (i + 1) * size),
      );
      expect(read(pieces), `pieces of ${size}`).toEqual(EXPECTED);
    }
  });

  it.each([
    ['what is not WebM', [0, 0, 0, 0]],
    ['several frames in a block', block(2, 0, 0x06, [1])],
    ['a block that is cut off', element([0xa3], [0x82, 0])],
    ['a block of 16 MB', [0xa3, 0x11, 0, 0, 0]],
    ['a block of unknown size', element([0xa3], [], UNKNOWN)],
  ])('refuses %s', (_, bytes) => {
    expect(() => read([Uint8Array.from(bytes)])).toThrow();
  });

  it('skips what it does not know without holding it', () => {
    const reader = new WebmReader({ onTracks: () => {}, onBlock: () => {} });
    // 200 MB of padding are announced; their first megabytes come.
    reader.push(Uint8Array.from([0xec, 0x1c, 0, 0, 0]));
    for (let i = 0; i < 3; i++) {
      reader.push(new Uint8Array(1 << 20));
    }
    expect(read([Uint8Array.from([0xec, 0x82, 0, 0]), RECORDING])).toEqual(EXPECTED);
  });
});
