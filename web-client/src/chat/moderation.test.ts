import { describe, expect, it } from 'vitest';
import type { Role } from '../protocol/chat-message';
import { type ChatEntry, EMPTY_LOG, reduceChat } from './chat-log';
import { mayActOn, mayOnlyRemove } from './chat-room';
import { ModerationRequests } from './moderation-requests';
import { parseInput } from './slash-commands';

const line = (seq: number, person: string, name: string): ChatEntry => ({
  kind: 'line',
  seq,
  time: seq,
  person,
  name,
  text: 'x',
});
const ENTRIES = [line(1, 'p1', 'brave otter'), line(2, 'p2', 'Ada'), line(3, 'p3', 'Ada')];

describe('what is typed', () => {
  it.each([
    ['hello', { kind: 'text', text: 'hello' }],
    ['see /w/front', { kind: 'text', text: 'see /w/front' }],
    ['/nick  Ada L.', { kind: 'rename', name: 'Ada L.' }],
    ['/slow 10', { kind: 'moderate', request: { act: { act: 'slow', seconds: 10 }, name: '' } }],
    ['/slow off', { kind: 'moderate', request: { act: { act: 'slow', seconds: 0 }, name: '' } }],
    [
      '/timeout brave otter 60',
      {
        kind: 'moderate',
        request: { act: { act: 'timeout', person: 'p1', seconds: 60 }, name: 'brave otter' },
      },
    ],
    ['/pin  Eggs: 3', { kind: 'moderate', request: { act: { act: 'pin', note: 'Eggs: 3' }, name: '' } }],
    ['/unpin', { kind: 'moderate', request: { act: { act: 'pin' }, name: '' } }],
    ['/ban @ada', { kind: 'moderate', request: { act: { act: 'ban', person: 'p3' }, name: 'Ada' } }],
  ])('%s is understood', (typed, said) => {
    expect(parseInput(typed, 'moderator', ENTRIES)).toEqual(said);
  });

  it.each([
    '/',
    '/launch',
    '/nick',
    '/slow',
    '/slow 301',
    '/slow -1',
    '/timeout Ada',
    '/timeout Ada 9',
    '/timeout Ada 86401',
    '/timeout unknown 60',
    '/ban',
    '/ban unknown',
    '/pin',
  ])('%s is refused as a command, and never sent', (typed) => {
    expect(parseInput(typed, 'moderator', ENTRIES).kind).toBe('unknown');
  });

  it('gives a chatter no moderator’s commands', () => {
    const said = parseInput('/ban Ada', 'chatter', ENTRIES);
    expect(said).toEqual({ kind: 'unknown', words: 'Commands: /nick NAME' });
  });
});

describe('roles', () => {
  it('allow no action on equal or higher ones', () => {
    const roles = ['watcher', 'chatter', 'moderator', 'owner'] as const;
    const may = (badge: 'moderator' | 'owner' | 'camera' | undefined) =>
      roles.filter((role) => mayActOn(role, badge));
    expect([may(undefined), may('moderator'), may('owner')]).toEqual([['moderator', 'owner'], ['owner'], []]);
    expect(may('camera'), 'the camera is no moderator').toEqual(may(undefined));
  });

  it('lets moderators remove what they wrote themselves', () => {
    const may = (role: Role, mine: boolean) => mayOnlyRemove(role, mine, 'moderator');
    expect([may('moderator', true), may('moderator', false), may('chatter', true)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('moderation requests', () => {
  const removed = { act: { act: 'remove', seq: 7 }, name: 'Ada' } as const;

  it('offers to undo what was done for ten seconds', () => {
    const requests = new ModerationRequests();
    expect(requests.ask('client-1', removed)).toEqual({
      type: 'moderate',
      client_id: 'client-1',
      act: 'remove',
      seq: 7,
    });
    const notice = requests.answered({ type: 'moderated', client_id: 'client-1', result: 'done' }, 500);
    expect(notice).toEqual({
      words: 'Removed a message by Ada.',
      undo: { act: { act: 'restore', seq: 7 }, name: 'Ada' },
      untilMs: 10_500,
    });
  });

  it('says why something was not done, once, and only to who request', () => {
    const requests = new ModerationRequests();
    requests.ask('client-1', removed);
    const refused = { type: 'moderated', client_id: 'client-1', result: 'not_allowed' } as const;
    expect(requests.answered(refused, 0)?.words).toContain('not allowed');
    expect(requests.answered(refused, 0)).toBeUndefined();
  });
});

describe('a line that a moderator removed', () => {
  const said = (seq: number, text: string) =>
    ({ type: 'chat', seq, time: seq * 10, person: 'p', name: 'n', text }) as const;
  const log = [said(1, 'one'), said(2, 'two'), said(3, 'three')].reduce(reduceChat, EMPTY_LOG);

  it('keeps its place but not its text', () => {
    const after = reduceChat(log, { type: 'chat_removed', seq: 2 });
    expect(after.entries.map((entry) => entry.kind)).toEqual(['line', 'removed', 'line']);
    expect(JSON.stringify(after)).not.toContain('two');
  });

  it('comes back where it was, also for those who never saw it', () => {
    const restored = { ...said(2, 'two'), type: 'chat_restored' } as const;
    const after = reduceChat(reduceChat(log, { type: 'chat_removed', seq: 2 }), restored);
    expect(after).toEqual(log);
    const late = [said(1, 'one'), said(3, 'three')].reduce(reduceChat, EMPTY_LOG);
    expect(reduceChat(late, restored).entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
  });

  it('is ignored where it is not in the log', () => {
    expect(reduceChat(log, { type: 'chat_removed', seq: 9 })).toEqual(log);
  });
});
