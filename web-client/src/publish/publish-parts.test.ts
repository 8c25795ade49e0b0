import { describe, expect, it } from 'vitest';
import type { MediaHeader } from '../protocol/media';
import type { Tracks } from '../protocol/stream-message';
import type { Track } from '../protocol/track';
import { chooseCodec, encoderConfig } from './codec-choice';
import { DemandState } from './demand-state';
import { Outgoing, TRACK } from './outgoing';
import { BlockBuilder, type SoundBlock } from './sound-block';
import type { Unit } from './unit';
import { trackOf } from './video-encoding';

const VIDEO: Track = { id: 0, name: 'main', kind: 'video', codec: 'vp8', width: 640, height: 360 };
const LOW: Track = { ...VIDEO, id: 1, name: 'low', width: 320, height: 180 };
const SOUND: Track = { id: 2, name: 'audio', kind: 'audio', codec: 'opus', sample_rate: 48_000, channels: 1 };
const unit = (key: boolean, kind: 'video' | 'audio' = 'video'): Unit => ({
  kind,
  key,
  captureUs: 1,
  payload: new Uint8Array(1),
});

function outgoing() {
  const announced: Tracks[] = [];
  const sent: MediaHeader[] = [];
  const wanted: number[] = [];
  const out = new Outgoing(0xffff_fffe, {
    announce: (tracks) => announced.push(tracks),
    send: (header) => sent.push(header),
    needKeyFrame: (track) => wanted.push(track),
  });
  return { out, announced, sent, wanted };
}

describe('what goes out', () => {
  it('begins with a key frame of the main rendition, and announces all tracks before it', () => {
    const { out, announced, sent } = outgoing();
    out.setTrack(SOUND);
    out.unit(TRACK.sound, unit(true, 'audio'));
    out.setTrack(VIDEO);
    out.unit(TRACK.main, unit(false));
    out.unit(TRACK.main, unit(true));
    out.unit(TRACK.sound, unit(true, 'audio'));
    out.unit(TRACK.main, unit(false));
    expect(announced).toEqual([{ type: 'tracks', epoch: 0xffff_ffff, tracks: [VIDEO, SOUND] }]);
    expect(sent.map(({ track, sequence }) => [track, sequence])).toEqual([
      [0, 0],
      [2, 0],
      [0, 1],
    ]);
  });

  it('begins a new epoch with a new track, and wraps its number', () => {
    const { out, announced, sent, wanted } = outgoing();
    out.setTrack(VIDEO);
    out.unit(TRACK.main, unit(true));
    out.setTrack(LOW);
    expect(wanted).toEqual([TRACK.main]);
    out.unit(TRACK.main, unit(false));
    out.unit(TRACK.main, unit(true));
    expect(wanted).toEqual([TRACK.main, TRACK.low]);
    out.unit(TRACK.low, unit(false));
    out.unit(TRACK.low, unit(true));
    expect(announced.map(({ epoch }) => epoch)).toEqual([0xffff_ffff, 0]);
    expect(sent.map(({ track, sequence, epoch }) => [track, sequence, epoch])).toEqual([
      [0, 0, 0xffff_ffff],
      [0, 0, 0],
      [1, 0, 0],
    ]);
  });

  it('announces changed parameters in the same epoch, and drops what belongs to no track', () => {
    const { out, announced, sent } = outgoing();
    out.setTrack(VIDEO);
    out.unit(TRACK.main, unit(true));
    out.setTrack({ ...VIDEO, width: 320 } as Track);
    out.unit(TRACK.main, unit(true));
    out.unit(TRACK.sound, unit(true, 'audio'));
    expect(announced.map(({ epoch }) => epoch)).toEqual([0xffff_ffff, 0xffff_ffff]);
    expect(sent).toHaveLength(2);
    out.removeTrack(TRACK.sound);
    expect(out.running).toBe(true);
  });
});

describe('demand', () => {
  it('lingers a while after the last reader', () => {
    const demand = new DemandState();
    expect(demand.isAwake(0)).toBe(false);
    demand.set({ type: 'demand', viewers: 0, readers: 1, tracks: [] }, 0);
    expect(demand.isAwake(0)).toBe(true);
    expect(demand.needs(TRACK.main)).toBe(true);
    expect(demand.names(TRACK.low)).toBe(false);
    demand.set({ type: 'demand', viewers: 0, tracks: [] }, 1000);
    demand.set({ type: 'demand', viewers: 0, tracks: [] }, 3000);
    expect(demand.isAwake(3999)).toBe(true);
    expect(demand.isAwake(4000)).toBe(false);
    demand.set({ type: 'demand', viewers: 2, tracks: [0, 2] }, 5000);
    expect([demand.viewers, demand.readers, demand.needs(TRACK.low)]).toEqual([2, 2, false]);
    demand.clear();
    expect(demand.isAwake(5000)).toBe(false);
  });
});

describe('the codec', () => {
  it('is the first that is encoded here, or the one that is asked for', async () => {
    const all = async () => true;
    const only = (name: string) => async (config: VideoEncoderConfig) => config.codec.startsWith(name);
    expect(await chooseCodec(all, null)).toBe('h264');
    expect(await chooseCodec(only('vp0'), null)).toBe('vp9');
    expect(await chooseCodec(only('vp8'), null)).toBe('vp8');
    expect(await chooseCodec(all, 'vp8')).toBe('vp8');
    expect(await chooseCodec(async () => false, null)).toBeUndefined();
  });

  it('has a level that its size needs', () => {
    const plan = { fps: 30, bitRate: 1 };
    expect(encoderConfig('h264', { ...plan, width: 1280, height: 720 }).codec).toBe('avc1.42E01F');
    expect(encoderConfig('h264', { ...plan, width: 1920, height: 1080 }).codec).toBe('avc1.42E028');
  });

  it('is announced as the encoder has chosen it', () => {
    const description = new Uint8Array([1, 0x42, 0xc0, 0x1e, 0xff]);
    expect(
      trackOf(0, 'main', undefined, { codec: 'avc1.42E01F', description, codedWidth: 640, codedHeight: 360 }),
    ).toEqual({
      id: 0,
      name: 'main',
      kind: 'video',
      codec: 'avc1.42C01E',
      config: 'AULAHv8=',
      width: 640,
      height: 360,
    });
    const turned = { codec: 'vp8', rotation: 90 } as VideoDecoderConfig;
    expect(trackOf(0, 'main', { codec: 'vp8', width: 2, height: 4 }, turned)).toMatchObject({
      rotation: 90,
      width: 2,
      height: 4,
    });
  });
});

describe('blocks of sound', () => {
  it('have 10 ms, whatever the quanta, with the time of their first sample', () => {
    const builder = new BlockBuilder(48_000);
    const blocks: SoundBlock[] = [];
    for (let quantum = 0; quantum < 15; quantum++) {
      const samples = Float32Array.from({ length: 128 }, (_, i) => quantum * 128 + i);
      builder.add([samples, samples], (quantum * 128 * 1e6) / 48_000, (block) => blocks.push(block));
    }
    expect(blocks.map(({ contextUs }) => contextUs)).toEqual([0, 10_000, 20_000, 30_000]);
    expect(blocks.map(({ samples }) => [samples[0], samples[479], samples[480], samples.length])).toEqual(
      [0, 480, 960, 1440].map((first) => [first, first + 479, first, 960]),
    );
  });

  it('begin anew when the number of channels changes', () => {
    const builder = new BlockBuilder(48_000);
    const blocks: SoundBlock[] = [];
    builder.add([new Float32Array(200)], 0, (block) => blocks.push(block));
    builder.add([new Float32Array(480), new Float32Array(480)], 5000, (block) => blocks.push(block));
    expect(blocks.map(({ channels, contextUs }) => [channels, contextUs])).toEqual([[2, 5000]]);
    builder.add([], 0, () => expect.unreachable());
  });
});
