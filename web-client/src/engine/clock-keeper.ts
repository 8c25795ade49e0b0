import { ClockSync } from '../net/clock-sync';
import type { TimeReply, TimeRequest } from '../protocol/message';
import type { Clock } from '../protocol/stream-message';
import type { Clocks } from './report';

const ASK_EVERY_MS = 2000;
const ASK_SELDOM_MS = 10_000;
const MOST_UNANSWERED = 4;

/** Asks the relay for the time, keeps the clock offsets, and detects a dead socket. */
export class ClockKeeper {
  readonly #sync = new ClockSync();
  #agent: Clock | undefined;
  #askedAtMs = Number.NEGATIVE_INFINITY;
  #unanswered = 0;

  /** The time request that is due now, if any; rarely once the offset is known and `flowing` media shows that the socket is alive. */
  question(nowMs: number, nowUs: number, flowing: boolean): TimeRequest | undefined {
    const every = flowing && this.#sync.settled ? ASK_SELDOM_MS : ASK_EVERY_MS;
    if (nowMs - this.#askedAtMs < every) {
      return undefined;
    }
    this.#askedAtMs = nowMs;
    this.#unanswered++;
    return { type: 'time_request', t0: nowUs };
  }

  /** Whether so many time requests went unanswered that the socket must be dead. */
  get silent(): boolean {
    return this.#unanswered > MOST_UNANSWERED;
  }

  /** Takes the relay's answer, which came at `nowUs`. */
  answered(reply: TimeReply, nowUs: number): void {
    this.#unanswered = 0;
    this.#sync.add(reply.t0, reply.t1, reply.t2, nowUs);
  }

  /** Any message proves that the socket is alive. */
  messageReceived(): void {
    this.#unanswered = 0;
  }

  /** The relay has measured the offset of the agent's clock. */
  setAgentClock(clock: Clock): void {
    this.#agent = clock;
  }

  /** The current offsets. */
  get clocks(): Clocks {
    const best = this.#sync.best;
    return {
      ...(best && { pageToRelayUs: best.offset, roundTripUs: best.roundTrip }),
      ...(this.#agent && {
        agentToRelayUs: this.#agent.offset,
        agentRoundTripUs: this.#agent.round_trip,
      }),
    };
  }

  /** A new socket: request the time at once, discard old samples. */
  restart(): void {
    this.#sync.clear();
    this.#askedAtMs = Number.NEGATIVE_INFINITY;
    this.#unanswered = 0;
  }
}
