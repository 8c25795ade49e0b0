import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChatEvent, type ChatLog, EMPTY_LOG, reduceChat } from './chat-log';

const line = (seq: number, time = seq * 1000): ChatEvent => ({
  type: 'chat',
  seq,
  time,
  person: 'p',
  name: 'n',
  text: `text ${seq}`,
});
const logAfter = (...events: readonly ChatEvent[]): ChatLog => events.reduce(reduceChat, EMPTY_LOG);
const seqs = (log: ChatLog) => log.entries.map((entry) => entry.seq);

describe('the chat as this page knows it', () => {
  it('orders lines by number and shows none twice, in any order of arrival', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 })), (arrivals) => {
        expect(seqs(logAfter(...arrivals.map((seq) => line(seq))))).toEqual(
          [...new Set(arrivals)].sort((a, b) => a - b),
        );
      }),
    );
  });

  it('resumes after a reconnect without gaps or duplicates', () => {
    const log = logAfter(line(1), line(2), { type: 'resumed' }, line(2), line(3), {
      type: 'chat_ready',
      last: 3,
      gap: 0,
    });
    expect(seqs(log)).toEqual([1, 2, 3]);
    expect(log.ready).toBe(true);
  });

  it('marks the place where lines are gone', () => {
    const log = logAfter(line(1), { type: 'resumed' }, line(42), { type: 'chat_ready', last: 42, gap: 40 });
    expect(log.entries.map((entry) => entry.kind)).toEqual(['line', 'gap', 'line']);
  });

  it('shows no gap on the first visit', () => {
    expect(
      logAfter({ type: 'resumed' }, line(42), { type: 'chat_ready', last: 42, gap: 41 }).entries,
    ).toHaveLength(1);
  });

  it('keeps a written line pending until its own line comes', () => {
    const written: ChatEvent = { type: 'written', clientId: 'id-00001', text: 'hi' };
    const accepted: ChatEvent = { type: 'chat_accepted', client_id: 'id-00001', seq: 5 };
    expect(logAfter(written, accepted).pending).toHaveLength(1);
    expect(logAfter(written, accepted, line(5)).pending).toEqual([]);
    expect(logAfter(written, line(5), accepted).pending).toEqual([]);
  });

  it('takes a refused line out', () => {
    const log = logAfter(
      { type: 'written', clientId: 'id-00001', text: 'hi' },
      { type: 'chat_refused', client_id: 'id-00001', reason: 'too_fast' },
    );
    expect(log.pending).toEqual([]);
  });

  it('keeps the newest 500', () => {
    const log = logAfter(...Array.from({ length: 620 }, (_, i) => line(i + 1)));
    expect(log.entries).toHaveLength(500);
    expect(log.entries[0]?.seq).toBe(121);
  });

  it('begins anew when the room was emptied and counts from the start', () => {
    expect(seqs(logAfter(line(1), line(2), { type: 'resumed' }, line(1, 99_000)))).toEqual([1]);
  });
});
