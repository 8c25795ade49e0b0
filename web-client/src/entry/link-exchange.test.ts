import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem';
import { type ExchangeState, LinkExchange, type LinkRequest } from './link-exchange';

const SESSION = { camera: 'front', title: 'Front entry', can: 'chat' } as const;

/** An exchange with a relay that gives `answers` in turn, and everything it did. */
function exchangeOf(...answers: readonly (ApiProblem | typeof SESSION)[]) {
  const states: ExchangeState[] = [];
  const requests: LinkRequest[] = [];
  const timers: (() => void)[] = [];
  const left = [...answers];
  const exchange = new LinkExchange({
    post: async (request) => {
      requests.push(request);
      const answer = left.shift();
      if (answer === undefined || answer instanceof ApiProblem) {
        throw answer ?? new ApiProblem('not_found', 'no more answers');
      }
      return answer;
    },
    random: () => 1,
    setTimer: (run) => timers.push(run),
    clearTimer: () => timers.splice(0),
    onState: (state) => states.push(state),
  });
  const settled = async () => {
    for (let i = 0; i < 10; i++) {
      await Promise.resolve();
    }
  };
  return { exchange, states, requests, timers, settled };
}

const problem = (code: ApiProblem['code'], retryAfterMs = 0) => new ApiProblem(code, 'no', { retryAfterMs });

describe('exchanging the key of a link', () => {
  it('gives the session', async () => {
    const { exchange, states, requests, settled } = exchangeOf(SESSION);
    exchange.begin('front', 'k');
    await settled();
    expect(requests).toEqual([{ camera: 'front', key: 'k' }]);
    expect(states).toEqual([{ kind: 'requesting' }, { kind: 'admitted', session: SESSION }]);
  });

  it('asks for the password, says when it is wrong and how long to wait after too many', async () => {
    const { exchange, states, requests, settled } = exchangeOf(
      problem('password_required'),
      problem('wrong_password'),
      problem('too_many_requests', 9000),
      SESSION,
    );
    exchange.begin('front', 'k');
    await settled();
    for (const password of ['a', 'b', 'c']) {
      exchange.submitPassword(password);
      await settled();
    }
    expect(states.slice(1)).toEqual([
      { kind: 'password', status: 'none', retryInMs: 0 },
      { kind: 'password', status: 'checking', retryInMs: 0 },
      { kind: 'password', status: 'wrong', retryInMs: 0 },
      { kind: 'password', status: 'checking', retryInMs: 0 },
      { kind: 'password', status: 'too_many', retryInMs: 9000 },
      { kind: 'password', status: 'checking', retryInMs: 0 },
      { kind: 'admitted', session: SESSION },
    ]);
    expect(requests.at(-1)).toEqual({ camera: 'front', key: 'k', password: 'c' });
  });

  it('tries again by itself when the relay is away or asks for patience', async () => {
    const { exchange, states, timers, settled } = exchangeOf(
      problem('unreachable'),
      problem('too_many_requests', 5000),
      SESSION,
    );
    exchange.begin('front', 'k');
    await settled();
    timers[0]?.();
    await settled();
    timers[0]?.();
    await settled();
    expect(states).toEqual([
      { kind: 'requesting' },
      { kind: 'waiting', reason: 'lost', retryInMs: 200 },
      { kind: 'waiting', reason: 'busy', retryInMs: 6000 },
      { kind: 'admitted', session: SESSION },
    ]);
  });

  it('does not take the answer of a proxy for the end of a link', async () => {
    const { exchange, states, timers, settled } = exchangeOf(
      problem('foreign'),
      problem('cross_origin'),
      SESSION,
    );
    exchange.begin('front', 'k');
    await settled();
    timers[0]?.();
    await settled();
    timers[0]?.();
    await settled();
    expect(states.slice(1)).toEqual([
      { kind: 'waiting', reason: 'addresses', retryInMs: 200 },
      { kind: 'waiting', reason: 'origin', retryInMs: 1000 },
      { kind: 'admitted', session: SESSION },
    ]);
  });

  it('does not wait when the network is back', async () => {
    const { exchange, states, settled } = exchangeOf(problem('unreachable'), SESSION);
    exchange.begin('front', 'k');
    await settled();
    exchange.retryNow();
    await settled();
    expect(states.at(-1)?.kind).toBe('admitted');
  });

  it('ends at a wrong link', async () => {
    const { exchange, states, timers, settled } = exchangeOf(problem('not_found'));
    exchange.begin('front', 'k');
    await settled();
    expect(states.at(-1)).toEqual({ kind: 'refused' });
    expect(timers).toEqual([]);
  });

  it('hears only the answer for the newest key', async () => {
    const { exchange, states, settled } = exchangeOf(problem('not_found'), SESSION);
    exchange.begin('front', 'old');
    exchange.begin('front', 'new');
    await settled();
    expect(states.map((state) => state.kind)).toEqual(['requesting', 'requesting', 'admitted']);
  });
});
