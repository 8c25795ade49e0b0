import { beforeEach, describe, expect, it } from 'vitest';
import type { AudioTrack, VideoTrack } from '../protocol/track';
import { frame } from '../testing/media-writer';
import { soundInitSegment, soundMimeOf } from './fmp4-sound';
import type { Segment } from './segment';
import { SegmentSink } from './segment-sink';
import { SoundSegments } from './sound-segments';
import { SoundSlots } from './sound-slots';

const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');
/** OpusHead: stereo, 312 samples to skip, 48 kHz, gain 256 (1 dB), family 0. */
const OPUS_HEAD = [...Buffer.from('OpusHead'), 1, 2, 0x38, 0x01, 0x80, 0xbb, 0, 0, 0x00, 0x01, 0];
const OPUS: AudioTrack = {
  kind: 'audio',
  id: 2,
  name: 'audio',
  codec: 'opus',
  sample_rate: 48_000,
  channels: 2,
};
const AAC: AudioTrack = { ...OPUS, codec: 'mp4a.40.2', config: base64(0x11, 0x90), sample_rate: 44_100 };
const MAIN: VideoTrack = {
  kind: 'video',
  id: 0,
  name: 'main',
  codec: 'avc1.42C01F',
  config: base64(1),
  width: 64,
  height: 64,
  fps: 25,
};

/** What follows the four characters `type`, in hex. */
function behind(bytes: Uint8Array, type: string, length: number): string {
  const at = Buffer.from(bytes).indexOf(type);
  expect(at).toBeGreaterThan(0);
  return Buffer.from(bytes.slice(at + 4, at + 4 + length)).toString('hex');
}

describe('init segments of sound', () => {
  it('carry the identification header of Opus, big-endian', () => {
    const init = soundInitSegment({ ...OPUS, config: base64(...OPUS_HEAD) });
    expect(behind(init, 'dOps', 11)).toBe('0002' + '0138' + '0000bb80' + '0100' + '00');
    expect(behind(init, 'Opus', 28)).toBe('000000000000000100000000000000000002001000000000bb800000');
    expect(behind(init, 'hdlr', 12)).toBe(`0000000000000000${Buffer.from('soun').toString('hex')}`);
  });

  it('describe Opus without a header by its channels', () => {
    expect(behind(soundInitSegment({ ...OPUS, channels: 1 }), 'dOps', 11)).toBe(
      '00' + '01' + '0000' + '0000bb80' + '0000' + '00',
    );
  });

  it('nest the configuration of AAC in its descriptors', () => {
    const sizes = (n: number) => `808080${n.toString(16).padStart(2, '0')}`;
    expect(behind(soundInitSegment(AAC), 'esds', 43)).toBe(
      `0000000003${sizes(34)}00000004${sizes(20)}4015000000${'0'.repeat(16)}05${sizes(2)}119006${sizes(1)}02`,
    );
  });

  it('exist for what a video element can play', () => {
    expect(soundMimeOf(OPUS)).toBe('audio/mp4; codecs="opus"');
    expect(soundMimeOf(AAC)).toBe('audio/mp4; codecs="mp4a.40.2"');
    expect(soundMimeOf({ codec: 'alaw' })).toBeUndefined();
    expect(soundMimeOf({ codec: 'mp4a.40.2' })).toBeUndefined();
  });
});

describe('slots of sound', () => {
  it('lie end to end, though capture times jitter', () => {
    const slots = new SoundSlots();
    let end = 0;
    for (let i = 0; i < 500; i++) {
      const at = 1_000_000 + i * 20_000 + (i % 3) * 2000;
      const slot = slots.place(at, at);
      expect(i === 0 || slot?.decodeTime === end).toBe(true);
      end = (slot?.decodeTime ?? 0) + (slot?.duration ?? 0);
      expect(Math.abs(end - at - 20_000)).toBeLessThan(12_000);
    }
  });

  it('close the gap of lost packets with the next one', () => {
    const slots = new SoundSlots();
    for (let at = 0; at <= 200_000; at += 20_000) {
      slots.place(at, at);
    }
    expect(slots.place(400_000, 400_000)).toEqual({ decodeTime: 220_000, duration: 200_000 });
    expect(slots.place(420_000, 420_000)?.decodeTime).toBe(420_000);
  });

  it('wait for the video after a long gap, which the video closes', () => {
    const slots = new SoundSlots();
    slots.place(0, 0);
    expect(slots.place(10_000_000, 10_000_000)).toBeUndefined();
    expect(slots.place(10_020_000, 40_000)?.decodeTime).toBe(20_000);
  });

  it('go on when the clock of the camera was set back', () => {
    const slots = new SoundSlots();
    slots.place(3_600_000_000, 100_000);
    expect(slots.place(20_000, 120_000)?.decodeTime).toBe(120_000);
  });

  it('are not given twice, and not before the beginning', () => {
    const slots = new SoundSlots();
    expect(slots.place(100_000, -20_000)).toBeUndefined();
    slots.place(200_000, 80_000);
    expect(slots.place(180_000, 60_000)).toBeUndefined();
  });
});

describe('sound beside video in a video element', () => {
  let segments: Segment[];
  let video: SegmentSink;
  let sound: SoundSegments;
  const pushVideo = (ms: number, key = false) => video.push(frame(ms, { key, captureTime: 1e9 + ms * 1000 }));
  const pushSound = (ms: number) =>
    sound.push(OPUS, frame(ms, { kind: 'audio', key: true, captureTime: 1e9 + ms * 1000 }));

  beforeEach(() => {
    segments = [];
    video = new SegmentSink(
      (one) => segments.push(one),
      () => undefined,
    );
    sound = new SoundSegments(video, (one) => segments.push(one));
    video.restart(1, soundMimeOf(OPUS));
    video.configure(MAIN);
  });

  it('waits for the video, and lies on its timeline', () => {
    pushSound(0);
    expect(segments).toEqual([]);
    pushVideo(10, true);
    pushSound(20);
    pushSound(40);
    expect(segments.map(({ kind, mime }) => `${kind} ${mime ?? ''}`.trim())).toEqual([
      'video video/mp4; codecs="avc1.42C01F"',
      'video',
      'audio audio/mp4; codecs="opus"',
      'audio',
      'audio',
    ]);
    expect(segments[0]?.soundMime).toBe('audio/mp4; codecs="opus"');
    expect(segments.slice(3).map(({ mediaUs }) => mediaUs)).toEqual([10_000, 30_000]);
  });

  it('begins with an init segment in each run', () => {
    pushVideo(0, true);
    pushSound(10);
    video.restart(2, soundMimeOf(OPUS));
    pushSound(30);
    pushVideo(40, true);
    pushSound(50);
    expect(
      segments.filter(({ kind, mime }) => kind === 'audio' && mime !== undefined).map(({ run }) => run),
    ).toEqual([1, 2]);
  });

  it('has stopped when the video goes on without it for long, and flows when it comes again', () => {
    pushVideo(0, true);
    pushSound(0);
    expect(sound.flows(0)).toBe(true);
    pushVideo(800);
    expect(sound.flows(800)).toBe(true);
    expect(sound.flows(1300)).toBe(false);
    pushSound(1290);
    expect(sound.flows(1300)).toBe(true);
  });

  it('has stopped, too, when what comes has no place beside the video', () => {
    pushVideo(0, true);
    pushSound(0);
    for (let ms = 40; ms <= 1200; ms += 40) {
      pushVideo(ms);
      pushSound(ms + 10_000);
    }
    expect(sound.flows(1200)).toBe(true);
    expect(sound.flows(1600)).toBe(false);
  });

  it('does not fit beside key frames alone, whose pauses the timeline closes, and fits again soon after the last pause', () => {
    const flowing: boolean[] = [];
    for (let ms = 0; ms <= 4000; ms += 20) {
      pushSound(ms);
      if (ms % 1000 === 0) {
        pushVideo(ms, true);
        flowing.push(sound.flows(ms));
      }
    }
    expect(flowing).toEqual([true, true, false, false, false]);
    for (let ms = 4020; ms <= 8000; ms += 20) {
      pushSound(ms);
      pushVideo(ms);
    }
    expect([6000, 7000].map((ms) => sound.flows(ms))).toEqual([false, true]);
  });

  it('goes on over a single pause of the video', () => {
    pushVideo(0, true);
    pushSound(0);
    pushVideo(2000, true);
    pushSound(2000);
    expect(sound.flows(2000)).toBe(true);
  });
});
