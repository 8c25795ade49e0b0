import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem';
import { LinkTrade, type LinkWish, type TradeState } from './link-exchange';

const SESSION = { camera: 'front', title: 'Front door', can: 'chat' } as const;

/** A trade whose relay gives `answers` in turn; timers run when `ring` is called. */
function tradeOf(...answers: readonly (ApiProblem | typeof SESSION)[]) {
  const states: TradeState[] = [];
  const wishes: LinkWish[] = [];
  const timers: (() => void)[] = [];
  const left = [...answers];
  const trade = new LinkTrade({
    post: async (wish) => {
      wishes.push(wish);
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
  return { trade, states, wishes, timers, settled };
}

const problem = (code: ApiProblem['code'], retryAfterMs = 0) => new ApiProblem(code, 'no', { retryAfterMs });

describe('trading the key of a link', () => {
  it('gives the session', async () => {
    const { trade, states, wishes, settled } = tradeOf(SESSION);
    trade.begin('front', 'k');
    await settled();
    expect(wishes).toEqual([{ camera: 'front', key: 'k' }]);
    expect(states).toEqual([{ kind: 'asking' }, { kind: 'admitted', session: SESSION }]);
  });

  it('asks for the password, says when it is wrong and how long to wait after too many', async () => {
    const { trade, states, wishes, settled } = tradeOf(
      problem('password_required'),
      problem('wrong_password'),
      problem('too_many_requests', 9000),
      SESSION,
    );
    trade.begin('front', 'k');
    await settled();
    for (const password of ['a', 'b', 'c']) {
      trade.offer(password);
      await settled();
    }
    expect(states.slice(1)).toEqual([
      { kind: 'password', trouble: 'none', retryInMs: 0 },
      { kind: 'password', trouble: 'checking', retryInMs: 0 },
      { kind: 'password', trouble: 'wrong', retryInMs: 0 },
      { kind: 'password', trouble: 'checking', retryInMs: 0 },
      { kind: 'password', trouble: 'too_many', retryInMs: 9000 },
      { kind: 'password', trouble: 'checking', retryInMs: 0 },
      { kind: 'admitted', session: SESSION },
    ]);
    expect(wishes.at(-1)).toEqual({ camera: 'front', key: 'k', password: 'c' });
  });

  it('tries again by itself when the relay is away or asks for patience', async () => {
    const { trade, states, timers, settled } = tradeOf(
      problem('unreachable'),
      problem('too_many_requests', 5000),
      SESSION,
    );
    trade.begin('front', 'k');
    await settled();
    timers[0]?.();
    await settled();
    timers[0]?.();
    await settled();
    expect(states).toEqual([
      { kind: 'asking' },
      { kind: 'waiting', reason: 'lost', retryInMs: 200 },
      { kind: 'waiting', reason: 'busy', retryInMs: 6000 },
      { kind: 'admitted', session: SESSION },
    ]);
  });

  it('does not wait when the network is back', async () => {
    const { trade, states, settled } = tradeOf(problem('unreachable'), SESSION);
    trade.begin('front', 'k');
    await settled();
    trade.hurry();
    await settled();
    expect(states.at(-1)?.kind).toBe('admitted');
  });

  it('ends at a wrong link', async () => {
    const { trade, states, timers, settled } = tradeOf(problem('not_found'));
    trade.begin('front', 'k');
    await settled();
    expect(states.at(-1)).toEqual({ kind: 'refused' });
    expect(timers).toEqual([]);
  });

  it('hears only the answer for the newest key', async () => {
    const { trade, states, settled } = tradeOf(problem('not_found'), SESSION);
    trade.begin('front', 'old');
    trade.begin('front', 'new');
    await settled();
    expect(states.map((state) => state.kind)).toEqual(['asking', 'asking', 'admitted']);
  });
});
