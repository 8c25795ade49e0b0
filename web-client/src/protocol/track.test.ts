import { describe, expect, it } from 'vitest';
import { decodeControl } from './decode';
import { ProtocolError } from './error';

const VIDEO = { id: 0, kind: 'video', codec: 'hvc1.1.6.L93.B0', name: 'main', width: 1920, height: 1080 };
const AUDIO = { id: 1, kind: 'audio', codec: 'opus', name: 'main', sample_rate: 48_000, channels: 2 };
const DATA = { id: 2, kind: 'data', codec: 'application/json', name: 'telemetry' };

const read = (...tracks: readonly object[]) =>
  decodeControl(JSON.stringify({ type: 'tracks', epoch: 1, tracks }));

describe('tracks', () => {
  it('are video, audio and data with what belongs to each', () => {
    const video = {
      ...VIDEO,
      config: 'AQ==',
      sar: [16, 11],
      rotation: 270,
      fps: 29.97,
      language: 'en-GB',
      encryption: 'sframe',
    };
    const tracks = [video, { ...AUDIO, language: 'de' }, DATA];
    expect(read(...tracks)).toEqual({ type: 'tracks', epoch: 1, tracks });
  });

  it('carry no member of another kind', () => {
    expect(read({ ...AUDIO, width: 2, height: 2, fps: 5 })).toMatchObject({ tracks: [AUDIO] });
    expect(read({ ...AUDIO, width: 2 })).not.toHaveProperty('tracks[0].width');
  });

  it.each([
    { ...VIDEO, name: 'Main' },
    { ...VIDEO, name: '' },
    { ...VIDEO, name: `a${'b'.repeat(32)}` },
    { ...VIDEO, kind: 'smell' },
    { ...VIDEO, width: undefined },
    { ...VIDEO, height: 0 },
    { ...VIDEO, sar: [1] },
    { ...VIDEO, sar: [0, 1] },
    { ...VIDEO, rotation: 45 },
    { ...VIDEO, fps: 0 },
    { ...VIDEO, encryption: 'rot13' },
    { ...AUDIO, sample_rate: undefined },
    { ...AUDIO, channels: 0 },
    { ...AUDIO, language: 'Pig Latin' },
    { ...AUDIO, language: 'de-' },
    { ...AUDIO, codec: '' },
    { ...DATA, id: 256 },
  ])('are refused when wrong: %o', (track) => {
    expect(() => read(track)).toThrow(ProtocolError);
  });

  it('have ids of their own', () => {
    expect(() => read(VIDEO, { ...AUDIO, id: VIDEO.id })).toThrow(ProtocolError);
  });

  it('have any well-formed name, and are one to eight', () => {
    expect(read({ ...VIDEO, name: `a${'b'.repeat(31)}` })).toBeDefined();
    expect(read(...Array.from({ length: 8 }, (_, id) => ({ ...VIDEO, id })))).toBeDefined();
    expect(() => read()).toThrow(ProtocolError);
    expect(() => read(...Array.from({ length: 9 }, (_, id) => ({ ...VIDEO, id })))).toThrow(ProtocolError);
  });
});

describe('feature lists', () => {
  const watch = (features: unknown) =>
    decodeControl(JSON.stringify({ type: 'watch', camera: 'front', features }));

  it('hold at most 16 names of 1 to 32 characters', () => {
    const most = Array.from({ length: 16 }, (_, i) => `${i}`.padEnd(32, 'x'));
    expect(watch(most)).toMatchObject({ features: most });
    expect(watch([])).toMatchObject({ features: [] });
    for (const wrong of [[...most, 'one-more'], [''], ['x'.repeat(33)], [1], 'audio']) {
      expect(() => watch(wrong)).toThrow(ProtocolError);
    }
  });
});
