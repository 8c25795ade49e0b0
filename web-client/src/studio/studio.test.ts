import { describe, expect, it } from 'vitest';
import type { PublishStatus } from '../publish/report';
import { deviceList } from './device-list';
import { readPublishAddress } from './publish-address';
import { type StudioFacts, studioState } from './studio-state';
import { formatWords, studioWords, uploadWords } from './studio-words';

const STATUS: PublishStatus = {
  type: 'status',
  connection: { kind: 'open' },
  camera: 'front',
  viewers: 2,
  readers: 2,
  live: true,
  quality: 'fine',
  bitRate: 1_840_000,
  codec: 'h264',
  width: 1280,
  height: 720,
  fps: 25,
};
const FACTS: StudioFacts = {
  hasKey: true,
  supported: true,
  capture: 'on',
  started: true,
  paused: false,
  status: STATUS,
};
const stateOf = (facts: Partial<StudioFacts>) => studioState({ ...FACTS, ...facts }).name;
const connected = (connection: PublishStatus['connection']) => stateOf({ status: { ...STATUS, connection } });

describe('the state of a page that publishes', () => {
  it('is what stands in the way first', () => {
    expect(stateOf({ hasKey: false, supported: false })).toBe('no_key');
    expect(stateOf({ supported: false })).toBe('unsupported');
    expect(stateOf({ capture: 'denied', started: false })).toBe('denied');
    expect(stateOf({ capture: 'asking', started: false })).toBe('asking');
    expect(stateOf({ capture: 'gone', started: false })).toBe('no_device');
    expect(stateOf({ capture: 'gone' })).toBe('device_gone');
    expect(stateOf({ started: false })).toBe('ready');
  });

  it('follows the connection and the demand', () => {
    expect(stateOf({ status: undefined })).toBe('connecting');
    expect(connected({ kind: 'connecting' })).toBe('connecting');
    expect(connected({ kind: 'connecting', reason: 'lost' })).toBe('lost');
    expect(connected({ kind: 'waiting', reason: 'busy', retryInMs: 1, unopened: 0 })).toBe('busy');
    expect(connected({ kind: 'refused', reason: 'key_refused' })).toBe('key_refused');
    expect(connected({ kind: 'refused', reason: 'replaced' })).toBe('replaced');
    expect(stateOf({ status: { ...STATUS, readers: 0 } })).toBe('standby');
    expect(stateOf({ status: { ...STATUS, live: false } })).toBe('starting');
    expect(stateOf({ paused: true })).toBe('paused');
    expect(stateOf({})).toBe('live');
  });
});

describe('the words of a page that publishes', () => {
  it('say how many watch', () => {
    expect(studioWords({ name: 'live' }, STATUS).text).toBe('2 people are watching “front”.');
    expect(studioWords({ name: 'live' }, { ...STATUS, viewers: 1 }).text).toBe(
      '1 person is watching “front”.',
    );
    expect(studioWords({ name: 'live' }, { ...STATUS, viewers: 0, readers: 1 }).text).toBe(
      '“front” has no viewers. The server takes the video, such as for a recording.',
    );
    expect(studioWords({ name: 'standby' }, STATUS).text).toContain('no video is sent');
    expect(studioWords({ name: 'key_refused' }, STATUS).action).toBeUndefined();
  });

  it('say how the upload does', () => {
    expect(uploadWords(STATUS)).toBe('Good · 1.8 Mbit/s');
    expect(uploadWords({ quality: 'poor', bitRate: 240_400 })).toBe('Very slow · 240 kbit/s');
    expect(formatWords(STATUS)).toBe('1280 × 720, 25 fps');
  });
});

describe('the address of a page that publishes', () => {
  it('holds the key in its fragment, and the relay may be below a path', () => {
    const url = new URL('https://example.org/cam/publish?codec=vp8&frames=element#secret');
    expect(readPublishAddress(url, '/cam/')).toEqual({
      key: 'secret',
      socketUrl: 'wss://example.org/cam/ws/v1/publish',
      codec: 'vp8',
      direct: false,
    });
    expect(readPublishAddress(new URL('http://localhost:1/publish'), '/')).toEqual({
      key: undefined,
      socketUrl: 'ws://localhost:1/ws/v1/publish',
      codec: null,
      direct: true,
    });
  });
});

describe('the list of devices', () => {
  it('skips entries that stand for others or say nothing, and names what has no name', () => {
    const device = (kind: MediaDeviceKind, deviceId: string, label = '') => ({ kind, deviceId, label });
    expect(
      deviceList([
        device('audioinput', 'default', 'Default'),
        device('audioinput', 'm1', 'Headset'),
        device('videoinput', 'c1'),
        device('videoinput', ''),
        device('audiooutput', 'o1', 'Speaker'),
      ]),
    ).toEqual({ cameras: [{ id: 'c1', label: 'Camera 1' }], microphones: [{ id: 'm1', label: 'Headset' }] });
  });
});
