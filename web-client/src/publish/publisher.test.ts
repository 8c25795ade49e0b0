import { describe, expect, it } from 'vitest';
import { FakeNetwork } from '../testing/fake-network';
import { Publisher } from './publisher';
import type { PublishStatus } from './report';

function publisher() {
  const network = new FakeNetwork();
  const reports: PublishStatus[] = [];
  const page = new Publisher(
    {
      open: network.open,
      nowMs: network.nowMs,
      random: network.random,
      setTimer: network.setTimer,
      clearTimer: network.clearTimer,
      nowUs: () => 5_000_000 + network.nowMs() * 1000,
      report: (status) => reports.push(status),
      record: () => {},
    },
    { key: 'secret', agent: 'test', codec: 'h264', choice: { shortSide: 720, fps: 25 } },
  );
  page.start();
  return { network, page, last: () => reports.at(-1) };
}

function accepted() {
  const all = publisher();
  all.network.socket.accept();
  all.network.socket.deliver({ type: 'accepted', camera: 'front' });
  return all;
}

describe('a publisher', () => {
  it('presents its key first, and says that it sends nothing yet', () => {
    const { network, page, last } = accepted();
    page.tick();
    expect(network.socket.sent.map((text) => JSON.parse(text))).toEqual([
      { type: 'publish', key: 'secret', agent: 'test' },
      { type: 'source', state: 'asleep' },
    ]);
    expect(last()).toMatchObject({ connection: { kind: 'open' }, camera: 'front', live: false });
  });

  it('is starting when someone watches, and asleep again a while after the last one', () => {
    const { network, page, last } = accepted();
    network.socket.deliver({ type: 'demand', viewers: 2, tracks: [] });
    expect(network.socket.sentOf('source').at(-1)).toMatchObject({ state: 'starting', uplink: 'fine' });
    page.tick();
    expect(last()?.viewers).toBe(2);
    network.socket.deliver({ type: 'demand', viewers: 0, tracks: [] });
    network.pass(2000);
    page.tick();
    expect(network.socket.sentOf('source')).toHaveLength(2);
    network.pass(1500);
    page.tick();
    expect(network.socket.sentOf('source').at(-1)).toEqual({ type: 'source', state: 'asleep' });
  });

  it('answers with its own clock', () => {
    const { network } = accepted();
    network.pass(7);
    network.socket.deliver({ type: 'time_request', t0: 99 });
    expect(network.socket.sentOf('time_reply')).toEqual([
      { type: 'time_reply', t0: 99, t1: 5_007_000, t2: 5_007_000 },
    ]);
  });

  it('says why there is no video', () => {
    const { network, page } = accepted();
    page.setProblem('device_gone');
    page.setProblem('paused');
    page.setProblem(undefined);
    expect(network.socket.sentOf('source').slice(1)).toEqual([
      { type: 'source', state: 'failed', detail: 'device_gone' },
      { type: 'source', state: 'asleep', paused: '' },
      { type: 'source', state: 'asleep' },
    ]);
  });

  it('stops when its key is refused or another publisher takes over, until it is asked to dial', () => {
    for (const [code, reason] of [
      [4401, 'key_refused'],
      [4409, 'replaced'],
    ] as const) {
      const { network, page, last } = accepted();
      network.socket.end(code);
      expect(last()?.connection).toEqual({ kind: 'refused', reason });
      network.pass(600_000);
      expect(network.sockets).toHaveLength(1);
      page.start();
      expect(network.sockets).toHaveLength(2);
    }
  });

  it('reconnects after a loss, and after a silence', () => {
    const { network, page } = accepted();
    network.socket.end(1006);
    network.pass(1000);
    expect(network.sockets).toHaveLength(2);
    network.socket.accept();
    network.socket.deliver({ type: 'accepted', camera: 'front' });
    network.pass(12_500);
    page.tick();
    network.pass(2000);
    expect(network.sockets).toHaveLength(3);
  });
});
