import { describe, expect, it } from 'vitest';
import { elementFor } from '../pages/element-for';
import type { ControlMessage } from '../protocol/message';
import { WELCOME } from '../testing/fake-network';
import { qrPath } from '../ui/widget/qr-code';
import { WatchModel } from './watch-model';

/** A model at second 100 of the page, whose clock is 2 s behind the relay's, after these messages. */
function modelAfter(...messages: readonly object[]) {
  let nowMs = 100_000;
  const model = new WatchModel(
    () => nowMs,
    () => 1_000_000_000,
    true,
  );
  model.accept({ type: 'clocks', clocks: { pageToRelayUs: 2_000_000 } });
  for (const message of messages) {
    model.accept({ type: 'message', message: message as ControlMessage });
  }
  return {
    model,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('a camera that moves', () => {
  const MOVES = { type: 'stream', state: 'live', ptz: true };

  function opened(...messages: readonly object[]) {
    const after = modelAfter();
    after.model.accept({ type: 'connection', state: { kind: 'open' } });
    for (const message of messages) {
      after.model.accept({ type: 'message', message: message as ControlMessage });
    }
    return after.model;
  }

  it('can be moved by those who may, while there is a head', () => {
    expect(opened(WELCOME, MOVES).canSteer).toBe(false);
    expect(opened({ ...WELCOME, features: ['ptz'] }, { type: 'stream', state: 'live' }).canSteer).toBe(false);
    const model = opened({ ...WELCOME, features: ['ptz'] }, MOVES);
    expect(model.canSteer).toBe(true);
    model.accept({ type: 'connection', state: { kind: 'connecting' } });
    expect(model.canSteer).toBe(false);
  });

  it('knows whether the people at the camera are shown who watches', () => {
    expect(opened(WELCOME).room.namedAtCamera).toBe(false);
    expect(opened({ ...WELCOME, features: ['watching'] }).room.namedAtCamera).toBe(true);
    expect(opened({ ...WELCOME, features: ['watching'] }, WELCOME).room.namedAtCamera).toBe(false);
  });

  it('has presets, and says why it did not move until it does', () => {
    const presets = [{ token: '1', name: 'Gate' }];
    const answer = { type: 'ptz_result', client_id: 'client-id-1' };
    const model = opened(WELCOME, { ...answer, result: 'done', presets }, { ...answer, result: 'paused' });
    expect(model.head.presets).toEqual(presets);
    expect(model.head.notice).toEqual({
      words: 'The camera is paused and does not move.',
      untilMs: 106_000,
    });
    model.accept({
      type: 'message',
      message: { type: 'ptz_result', client_id: 'client-id-2', result: 'done' },
    });
    expect(model.head).toMatchObject({ presets, notice: undefined });
  });
});

describe('what the page knows of the camera', () => {
  it('has the quality of its connection while the stream has one', () => {
    const { model } = modelAfter({ type: 'stream', state: 'live', uplink: 'slow' });
    expect(model.uplink).toBe('slow');
    model.accept({ type: 'message', message: { type: 'stream', state: 'live' } });
    expect(model.uplink).toBe('fine');
  });

  it('forgets how old a still was when the video begins', () => {
    const { model } = modelAfter({ type: 'stream', state: 'asleep' });
    const still = { latencyMs: 60_000, captureUs: 1, width: 2, height: 2 };
    model.accept({ type: 'frame', frame: still as unknown as NonNullable<WatchModel['frame']> });
    expect(model.latencyMs).toBe(60_000);
    model.accept({ type: 'message', message: { type: 'stream', state: 'live' } });
    expect(model.latencyMs).toBeUndefined();
  });
});

describe('what the page knows of the chat', () => {
  it('counts a silence by its own clock', () => {
    const { model } = modelAfter({ type: 'chat_silenced', until: 1_012_000_000 });
    expect(model.room.silencedUntilMs).toBe(110_000);
    model.accept({ type: 'message', message: { type: 'chat_silenced' } });
    expect(model.room.silencedUntilMs).toBeUndefined();
  });

  it('has the role of its welcome and the rules of the room', () => {
    const { model } = modelAfter(
      { ...WELCOME, role: 'moderator' },
      { type: 'chat_mode', slow_seconds: 30, links: 'moderators' },
    );
    expect(model.room).toMatchObject({ role: 'moderator', slowSeconds: 30, links: 'moderators' });
  });

  it('shows a moderator the result of an action for ten seconds', () => {
    const { model, pass } = modelAfter();
    model.moderate('client-1', { act: { act: 'remove', seq: 7 }, name: 'Eve' });
    model.accept({ type: 'message', message: { type: 'moderated', client_id: 'client-1', result: 'done' } });
    pass(9000);
    model.expireNotice();
    expect(model.room.notice?.words).toBe('Removed a message by Eve.');
    pass(1000);
    model.expireNotice();
    expect(model.room.notice).toBeUndefined();
  });
});

describe('small things of the pages', () => {
  it('show the first page and cameras by one document', () => {
    expect(['/', '/w/front', '/dev/states', '/nonsense'].map(elementFor)).toEqual([
      'fanlight-index',
      'fanlight-watch',
      'fanlight-states',
      'fanlight-missing',
    ]);
  });

  it('draw a QR code with its quiet zone, dark modules only', () => {
    const { size, path } = qrPath('https://cam.example/w/front#abcdefghijklmnopqrstuvwxyz');
    expect(size).toBe(33 + 8);
    expect(path.startsWith('M4 4h1v1h-1z')).toBe(true);
    expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  });
});
