import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../api/api-client';
import { type Group, RecordingSource } from './recording-source';
import { beginning, isWanted } from './rewind-player';

function group(atS: number, key: boolean, lastsS = 2): Group {
  return { at: atS * 1e6, lasts: lastsS * 1e6, file: 0, position: atS, codecs: 'avc1.42c01f', key };
}

function ranges(...all: readonly (readonly [number, number])[]): TimeRanges {
  return { length: all.length, start: (i) => all[i]?.[0] ?? 0, end: (i) => all[i]?.[1] ?? 0 };
}

describe('what is shown of a recording', () => {
  it('begins with the key frame from which the moment can be decoded', () => {
    const groups = [group(0, true), group(2, false), group(4, true), group(60, false), group(62, true)];
    expect(beginning(groups, 3e6)).toBe(0);
    expect(beginning(groups, 5e6)).toBe(2);
    expect(beginning(groups, 30e6)).toBe(4);
    expect(beginning(groups, 64e6)).toBe(-1);
  });

  it('is fetched when it is near, and behind a gap of any length', () => {
    expect(isWanted(20, 10, 12, ranges([0, 20]))).toBe(true);
    expect(isWanted(30, 10, 12, ranges([0, 30]))).toBe(false);
    expect(isWanted(3_600, 10, 12, ranges([0, 12]))).toBe(false);
    expect(isWanted(3_600, 12, 12, ranges([0, 12]))).toBe(true);
    expect(isWanted(3_602, 12, 12, ranges([0, 12], [3_600, 3_602]))).toBe(false);
  });
});

describe('the source of a recording', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks again when it has asked too often', async () => {
    const answers = [429, 429, 200];
    const fetcher: typeof fetch = async () =>
      new Response('bytes', { status: answers.shift() ?? 500, headers: { 'Retry-After': '2' } });
    const init = new RecordingSource(new ApiClient(fetcher), fetcher, 'front').init(1);
    await vi.advanceTimersByTimeAsync(4_000);
    expect((await init).byteLength).toBe(5);
    expect(answers).toEqual([]);
  });
});
