import { beforeEach, describe, expect, it } from 'vitest';
import { FakeNetwork, WELCOME } from '../testing/fake-network';
import { Connection } from './connection';
import type { ConnectionState } from './connection-state';

describe('holding one socket', () => {
  let network: FakeNetwork;
  let states: ConnectionState[];
  let connection: Connection;
  let unknown: number;
  const last = () => states.at(-1);
  const open = () => {
    network.socket.accept();
    network.socket.deliver(WELCOME);
  };

  beforeEach(() => {
    network = new FakeNetwork();
    states = [];
    unknown = 0;
    connection = new Connection(network, {
      greeting: () => ({ type: 'watch', camera: 'front', key: 'k' }),
      onState: (state) => states.push(state),
      onControl: () => undefined,
      onMedia: () => undefined,
      onUnknown: () => {
        unknown++;
      },
    });
    connection.restart();
  });

  it('greets first and is open after the welcome', () => {
    network.socket.accept();
    expect(network.socket.sent).toEqual(['{"type":"watch","camera":"front","key":"k"}']);
    expect(last()).toEqual({ kind: 'connecting' });
    network.socket.deliver(WELCOME);
    expect(last()).toEqual({ kind: 'open' });
  });

  it('ignores a message of a type it does not know', () => {
    open();
    network.socket.deliver({ type: 'new_in_version_2', tracks: 'anything' });
    expect([unknown, last()]).toEqual([1, { kind: 'open' }]);
  });

  it('stays refused while it is banned, looks again from time to time, and goes on when the ban is lifted', () => {
    open();
    network.socket.end(4410);
    const refused = { kind: 'refused', reason: 'banned' };
    expect(last()).toEqual(refused);
    network.pass(59_999);
    expect(network.sockets).toHaveLength(1);
    network.pass(30_001);
    expect(network.sockets).toHaveLength(2);
    expect(last()).toEqual(refused);
    network.socket.accept();
    network.socket.end(4410);
    expect(last()).toEqual(refused);
    network.pass(90_000);
    open();
    expect(last()).toEqual({ kind: 'open' });
  });

  it('tries a relay that is gone every second', () => {
    const waits = [200, 1_100, 1_100].map((wait) => {
      network.socket.end(1006);
      const state = last();
      network.pass(wait);
      return state;
    });
    expect(waits).toEqual(
      [200, 1_100, 1_100].map((retryInMs, index) => ({
        kind: 'waiting',
        reason: 'lost',
        retryInMs,
        unopened: index + 1,
      })),
    );
    expect(network.sockets).toHaveLength(4);
  });

  it('spreads its attempts as the relay asked when it was there', () => {
    open();
    network.socket.deliver({ type: 'reconnect', spread_ms: 6000 });
    network.socket.end(1006);
    expect(last()).toMatchObject({ kind: 'waiting', reason: 'lost', retryInMs: 6000 });
    network.pass(6000);
    network.socket.end(1006);
    expect(last()).toMatchObject({ kind: 'waiting', reason: 'lost', retryInMs: 6600 });
  });

  it('waits longer after each refusal', () => {
    const waits = [200, 1_000, 6_000].map((wait) => {
      network.socket.end(1013);
      const state = last();
      network.pass(wait);
      return state;
    });
    expect(waits).toMatchObject(
      [200, 1_000, 6_000].map((retryInMs) => ({ kind: 'waiting', reason: 'busy', retryInMs })),
    );
    expect(network.sockets).toHaveLength(4);
  });

  it('starts over after ten good seconds', () => {
    network.socket.end(1006);
    network.pass(200);
    open();
    network.pass(10_000);
    network.socket.end(1006);
    expect(last()).toMatchObject({ retryInMs: 200 });
  });

  it('comes back when a restarting relay said it would', () => {
    open();
    network.socket.deliver({ type: 'goodbye', reason: 'restarting', retry_after_ms: 3000 });
    network.socket.end(1012);
    expect(last()).toEqual({ kind: 'waiting', reason: 'restarting', retryInMs: 3200, unopened: 0 });
    network.pass(3100);
    expect(network.sockets).toHaveLength(1);
    network.pass(100);
    expect(last()).toEqual({ kind: 'connecting', reason: 'restarting' });
  });

  it('never comes back to a wrong link', () => {
    network.socket.end(4404);
    network.pass(100_000);
    connection.retryNow();
    expect(last()).toEqual({ kind: 'refused', reason: 'wrong_link' });
    expect(network.sockets).toHaveLength(1);
  });

  it('hurries when the network is back, and only while it waits', () => {
    network.socket.end(1006);
    connection.retryNow();
    connection.retryNow();
    expect(network.sockets).toHaveLength(2);
  });

  it('ends a socket that breaks the protocol and tries another', () => {
    open();
    const broken = network.socket;
    broken.deliver({ type: 'viewers' });
    expect(broken.closedWith).toBe(4002);
    expect(last()).toMatchObject({ kind: 'waiting', reason: 'protocol_error' });
  });

  it('does not wait for ever for a handshake', () => {
    network.pass(10_000);
    expect(last()).toMatchObject({ kind: 'waiting', reason: 'lost' });
  });

  it('hears nothing more from a socket it gave up', () => {
    const old = network.socket;
    connection.restart();
    expect(old.onmessage).toBeNull();
    expect(connection.send({ type: 'rename', name: 'Ada' })).toBe(false);
  });
});
