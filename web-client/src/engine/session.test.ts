import { beforeEach, describe, expect, it } from 'vitest';
import { type Counters, noCounters } from '../media/counters';
import type { MediaMessage } from '../protocol/media';
import { FakeNetwork, WELCOME } from '../testing/fake-network';
import { ListSink, NO_SOUND_PATH } from '../testing/list-sink';
import { frame, writeMedia } from '../testing/media-writer';
import { MediaPath } from './media-path';
import { DEFAULT_PREFERENCES } from './preferences';
import type { Report } from './report';
import { Session } from './session';

const MAIN = { id: 0, kind: 'video', codec: 'avc1.42C01F', name: 'main', width: 1280, height: 720 };
const LOW = { ...MAIN, id: 1, codec: 'avc1.42C00C', name: 'low' };
const tracks = (epoch: number, codec = MAIN.codec) => ({
  type: 'tracks',
  epoch,
  tracks: [{ ...MAIN, codec }],
});
const bothTracks = { type: 'tracks', epoch: 1, tracks: [MAIN, LOW] };

describe('one person watching one camera', () => {
  let network: FakeNetwork;
  let session: Session;
  let sink: ListSink;
  let reports: Report[];
  let counters: Counters;
  const welcome = () => {
    network.socket.accept();
    network.socket.deliver(WELCOME);
  };
  const media = (sequence: number, members: Partial<MediaMessage> = {}) =>
    network.socket.deliver(writeMedia(frame(sequence, members)));

  beforeEach(() => {
    network = new FakeNetwork();
    sink = new ListSink();
    reports = [];
    counters = noCounters();
    session = new Session(
      {
        open: network.open,
        nowMs: network.nowMs,
        random: network.random,
        setTimer: network.setTimer,
        clearTimer: network.clearTimer,
        nowUs: () => network.nowMs() * 1000,
        report: (report) => reports.push(report),
      },
      { camera: 'front', preferences: DEFAULT_PREFERENCES },
      new MediaPath(sink, NO_SOUND_PATH, counters, () => undefined),
      counters,
    );
    session.restart();
  });

  it('shows nothing before the tracks and nothing before a key frame', () => {
    welcome();
    media(0, { key: true });
    network.socket.deliver(tracks(1));
    media(1);
    media(2, { key: true });
    media(3);
    expect(sink.shown).toEqual(['burst', 'avc1.42C01F', 2, 3]);
  });

  it('takes another codec and another epoch without a new page', () => {
    welcome();
    network.socket.deliver(tracks(1));
    media(0, { key: true });
    network.socket.deliver(tracks(2, 'avc1.4D401F'));
    media(1);
    media(0, { key: true, epoch: 2 });
    expect(sink.shown).toEqual(['burst', 'avc1.42C01F', 0, 'avc1.4D401F', 0]);
  });

  it('resumes chat where it was, as the same person, and repeats what was not answered', () => {
    welcome();
    network.socket.deliver({ type: 'chat', seq: 7, time: 1, person: 'p', name: 'n', text: 'x' });
    session.sendChat({ type: 'chat_send', client_id: 'client-1', text: 'hello' });
    session.sendChat({ type: 'chat_send', client_id: 'client-2', text: 'again' });
    network.socket.deliver({ type: 'chat_accepted', client_id: 'client-1', seq: 8 });
    network.socket.end(1006);
    network.pass(200);
    welcome();
    expect(network.socket.sentOf('watch')[0]).toMatchObject({ person: 't0ken', chat_since: 7 });
    expect(network.socket.sentOf('chat_send')).toEqual([]);
    network.socket.deliver({ type: 'chat_ready', last: 7, gap: 0 });
    expect(network.socket.sentOf('chat_send')).toEqual([
      { type: 'chat_send', client_id: 'client-2', text: 'again' },
    ]);
  });

  it('keeps a text that is written while there is no socket', () => {
    session.sendChat({ type: 'chat_send', client_id: 'client-1', text: 'early' });
    welcome();
    network.socket.deliver({ type: 'chat_ready', last: 0, gap: 0 });
    expect(network.socket.sentOf('chat_send')).toHaveLength(1);
  });

  it('asks for the time every two seconds and answers when asked', () => {
    welcome();
    for (let i = 0; i < 50; i++) {
      session.tick();
      network.socket.deliver({ type: 'viewers', count: 1 });
      network.pass(100);
    }
    expect(network.socket.sentOf('time_request')).toHaveLength(3);
    network.socket.deliver({ type: 'time_request', t0: 4 });
    expect(network.socket.sentOf('time_reply')[0]).toMatchObject({ t0: 4 });
  });

  it('asks seldom when it knows the time and frames come, and acknowledges every five seconds', () => {
    welcome();
    network.socket.deliver(tracks(1));
    for (let sequence = 0; sequence < 1000; sequence++) {
      const asked = network.socket.sentOf('time_request').length;
      media(sequence, { key: sequence === 0, captureTime: network.nowMs() * 1000 });
      if (network.socket.sentOf('time_request').length > asked) {
        network.socket.deliver({ type: 'time_reply', t0: 0, t1: 0, t2: 0 });
      }
      session.tick();
      network.pass(40);
    }
    expect(network.socket.sentOf('time_request')).toHaveLength(7);
    expect(network.socket.sentOf('ack')).toHaveLength(10);
  });

  it('drops a socket on which nothing is heard for ten seconds', () => {
    welcome();
    for (let i = 0; i < 120; i++) {
      network.pass(100);
      session.tick();
    }
    expect(network.sockets.length).toBeGreaterThan(1);
  });

  it('acknowledges right behind the question for the time, and the first access unit at once', () => {
    welcome();
    session.tick();
    network.socket.deliver(tracks(1));
    for (let sequence = 0; sequence <= 150; sequence++) {
      media(sequence, { key: sequence === 0, captureTime: network.nowMs() * 1000 });
      session.tick();
      network.pass(40);
    }
    const said = network.socket.sent.map((text) => JSON.parse(text)).slice(1);
    expect(said.map(({ type, sequence }) => sequence ?? type)).toEqual([
      'time_request',
      0,
      'time_request',
      50,
      'time_request',
      100,
      'time_request',
      150,
    ]);
  });

  it('continues time requests when frames stop', () => {
    welcome();
    network.socket.deliver(tracks(1));
    media(0, { key: true });
    for (let i = 0; i < 50; i++) {
      network.pass(100);
      session.tick();
    }
    expect(network.socket.sentOf('time_request')).toHaveLength(3);
    expect(network.socket.sentOf('ack')).toHaveLength(1);
  });

  it('passes the hole that was announced on the same socket, and no other', () => {
    welcome();
    network.socket.deliver(tracks(1));
    media(0, { key: true });
    network.socket.deliver({ type: 'dropped', track: 0, sequence: 3 });
    media(3);
    media(5);
    network.socket.deliver({ type: 'dropped', track: 7, sequence: 6 });
    media(6);
    expect(sink.shown).toEqual(['burst', 'avc1.42C01F', 0, 3]);
  });

  it('goes over to another rendition at its key frame, and back', () => {
    welcome();
    network.socket.deliver(bothTracks);
    media(0, { key: true });
    media(1);
    media(40, { track: 1, key: true });
    media(41, { track: 1 });
    media(90, { key: true });
    media(91);
    expect(sink.shown.slice(1)).toEqual(['avc1.42C01F', 0, 1, 'on with low', 40, 41, 'on with main', 90, 91]);
  });

  it('shows on while a small rendition is announced beside what is shown', () => {
    welcome();
    network.socket.deliver(tracks(1));
    media(0, { key: true });
    network.socket.deliver(bothTracks);
    media(1);
    expect(sink.shown.slice(1)).toEqual(['avc1.42C01F', 0, 1]);
  });

  it('ignores sound, data and encrypted tracks, and counts their frames', () => {
    welcome();
    const sound = { id: 2, kind: 'audio', codec: 'opus', name: 'main', sample_rate: 48_000, channels: 2 };
    const captions = { id: 3, kind: 'data', codec: 'wvtt', name: 'captions', language: 'en' };
    const secret = { ...LOW, id: 4, name: 'secret', encryption: 'sframe' };
    network.socket.deliver({ type: 'tracks', epoch: 1, tracks: [secret, sound, captions, MAIN] });
    media(0, { key: true });
    media(0, { kind: 'audio', track: 2, key: true });
    media(0, { kind: 'data', track: 3, key: true });
    media(0, { track: 4, key: true, encrypted: true });
    media(1);
    expect(sink.shown.slice(1)).toEqual(['avc1.42C01F', 0, 1]);
    expect(counters).toMatchObject({ received: 5, unplayable: 3, ignored: 0 });
  });

  it('shows what has a name it does not know', () => {
    welcome();
    network.socket.deliver({ type: 'tracks', epoch: 1, tracks: [{ ...MAIN, name: 'thermal' }] });
    media(0, { key: true });
    expect(sink.shown.slice(1)).toEqual(['avc1.42C01F', 0]);
  });

  it('counts messages of unknown types, and lists its features in the first message', () => {
    welcome();
    network.socket.deliver({ type: 'new_in_version_2' });
    expect(counters.unknownMessages).toBe(1);
    expect(network.socket.sentOf('watch')[0]?.['features']).toEqual(['reactions']);
  });

  it('asks for no media, again on a new socket, and continues at a key frame once it asks for media again', () => {
    const prefer = (media: string) => ({ type: 'prefer', ...DEFAULT_PREFERENCES, media });
    welcome();
    network.socket.deliver(tracks(1));
    media(0, { key: true });
    session.select('none');
    expect(network.socket.sentOf('prefer')).toEqual([prefer('none')]);
    network.socket.end(1006);
    network.pass(200);
    welcome();
    expect(network.socket.sentOf('prefer')).toEqual([prefer('none')]);
    session.select('all');
    expect(network.socket.sentOf('prefer')).toEqual([prefer('none'), prefer('all')]);
    media(8);
    media(9, { key: true });
    expect(sink.shown).toEqual(['burst', 'avc1.42C01F', 0, 'burst', 'burst', 9]);
  });

  it('restarts at the cached key frame after a pause, though its sequence and time lie before the last frame', () => {
    welcome();
    network.socket.deliver(tracks(1));
    for (const sequence of [10, 11, 12]) {
      media(sequence, { key: sequence === 10, captureTime: sequence * 40_000 });
    }
    session.select('none');
    session.select('all');
    media(13, { captureTime: 520_000 });
    for (const sequence of [10, 11, 12, 13]) {
      media(sequence, { key: sequence === 10, captureTime: sequence * 40_000 });
    }
    expect(sink.shown.slice(2)).toEqual([10, 11, 12, 'burst', 10, 11, 12, 13]);
    expect(counters.heldForKey).toBe(1);
  });

  it('sends the preferences on each socket, unless they are what a relay assumes', () => {
    welcome();
    expect(network.socket.sentOf('prefer')).toEqual([]);
    session.prefer({ quality: 'low', latency: 'normal' });
    session.prefer({ quality: 'low', latency: 'low' });
    expect(network.socket.sentOf('prefer')).toHaveLength(2);
    network.socket.end(1006);
    network.pass(200);
    welcome();
    expect(network.socket.sentOf('prefer')).toEqual([
      { type: 'prefer', quality: 'low', latency: 'low', media: 'all' },
    ]);
    session.prefer(DEFAULT_PREFERENCES);
    expect(network.socket.sentOf('prefer')).toHaveLength(2);
  });
});
