import { describe, expect, it } from 'vitest';
import { capture, type Devices } from './capture';
import { FIRST_CHOICE, NO_MICROPHONE, soundConstraints, videoConstraints } from './capture-choice';
import { CaptureClock } from './capture-clock';
import { problemOf } from './capture-problem';
import { levelOf } from './level-meter';

const track = (kind: string) => ({ kind }) as MediaStreamTrack;
const streamOf = (...tracks: MediaStreamTrack[]) =>
  ({
    getVideoTracks: () => tracks.filter(({ kind }) => kind === 'video'),
    getAudioTracks: () => tracks.filter(({ kind }) => kind === 'audio'),
  }) as unknown as MediaStream;

const devices = (getUserMedia: (wanted?: MediaStreamConstraints) => Promise<MediaStream>): Devices => ({
  getUserMedia,
  getDisplayMedia: async () => streamOf(track('video')),
  enumerateDevices: async () => [],
});

describe('capturing', () => {
  it('asks for both at once', async () => {
    const result = await capture(
      devices(async () => streamOf(track('video'), track('audio'))),
      FIRST_CHOICE,
    );
    expect(result).toMatchObject({ kind: 'captured', soundMissing: false });
  });

  it('goes on without a microphone that is not there', async () => {
    const result = await capture(
      devices(async (wanted) => {
        if (wanted?.audio) throw new DOMException('none', 'NotFoundError');
        return streamOf(track('video'));
      }),
      FIRST_CHOICE,
    );
    expect(result).toMatchObject({ kind: 'captured', soundMissing: true });
  });

  it('takes the sound of the microphone to a screen', async () => {
    const screen = { ...FIRST_CHOICE, source: { kind: 'screen' } as const };
    const result = await capture(
      devices(async () => streamOf(track('audio'))),
      screen,
    );
    expect(result).toMatchObject({ kind: 'captured', soundMissing: false });
  });

  it('says what is wrong', async () => {
    const refuse = (name: string) => devices(() => Promise.reject(new DOMException('', name)));
    expect(await capture(refuse('NotAllowedError'), FIRST_CHOICE)).toEqual({
      kind: 'problem',
      problem: 'denied',
    });
    expect(await capture(undefined, FIRST_CHOICE)).toEqual({ kind: 'problem', problem: 'unavailable' });
    expect(problemOf(new DOMException('', 'NotAllowedError'), true)).toBe('cancelled');
    expect(problemOf(new DOMException('', 'NotReadableError'), false)).toBe('in_use');
    expect(problemOf(new DOMException('', 'OverconstrainedError'), false)).toBe('no_device');
    expect(problemOf('what', false)).toBe('unavailable');
  });

  it('asks for the device that was chosen, and for no sound where none is', () => {
    const choice = { ...FIRST_CHOICE, source: { kind: 'camera', deviceId: 'c1' } as const, microphone: 'm1' };
    expect(videoConstraints(choice)).toMatchObject({ deviceId: { exact: 'c1' }, height: { ideal: 720 } });
    expect(soundConstraints(choice)).toMatchObject({ deviceId: { exact: 'm1' } });
    expect(soundConstraints({ ...choice, microphone: NO_MICROPHONE })).toBe(false);
    expect(videoConstraints({ ...choice, source: { kind: 'facing', facing: 'environment' } })).toMatchObject({
      facingMode: { ideal: 'environment' },
    });
  });
});

describe('a capture clock', () => {
  it('takes the quickest delivery for the distance between the clocks', () => {
    const clock = new CaptureClock();
    const late = [30_000, 5000, 80_000, 20_000, 5000];
    const at = late.map((delay, frame) =>
      clock.at(1_000_000 + frame * 40_000, 9_000_000 + frame * 40_000 + delay),
    );
    expect(at.slice(1)).toEqual([9_045_000, 9_085_000, 9_125_000, 9_165_000]);
  });

  it('takes up the clock of another source at once, and does not go back to it either', () => {
    const clock = new CaptureClock();
    expect(clock.at(60_000_000, 90_000_000)).toBe(90_000_000);
    clock.restart();
    // An AudioContext that was opened just now counts from zero.
    expect(clock.at(0, 90_500_000)).toBe(90_500_000);
    expect(clock.at(20_000, 90_520_000)).toBe(90_520_000);
    clock.restart();
    expect(clock.at(0, 90_400_000)).toBe(90_520_001);
  });

  it('follows a clock that drifts, and never goes back', () => {
    const clock = new CaptureClock();
    let last = 0;
    for (let frame = 0; frame < 10_000; frame++) {
      const now = frame * 40_000;
      const at = clock.at(Math.round(now * 1.0005), now + (frame % 7) * 1000);
      expect(at).toBeGreaterThan(last - 1);
      last = at;
    }
    expect(Math.abs(last - 9_999 * 40_000)).toBeLessThan(20_000);
  });
});

describe('the level of sound', () => {
  it('is 0 for silence, 1 for what cannot be louder, and between them in between', () => {
    expect(levelOf(new Float32Array(100))).toBe(0);
    expect(levelOf(new Float32Array(100).fill(1))).toBe(1);
    expect(levelOf(new Float32Array(100).fill(0.03))).toBeGreaterThan(0.3);
    expect(levelOf(new Float32Array(100).fill(0.03))).toBeLessThan(0.6);
  });
});
