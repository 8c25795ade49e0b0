import { Outbox } from '../chat/outbox';
import type { Counters } from '../media/counters';
import { AckPacer } from '../net/ack-pacer';
import { Connection, type ConnectionDeps, type ConnectionListener } from '../net/connection';
import type { ConnectionState } from '../net/connection-state';
import type { MediaMessage } from '../protocol/media';
import type { ControlMessage, Moderate, Watch } from '../protocol/message';
import { ClockKeeper } from './clock-keeper';
import type { MediaPath } from './media-path';
import type { Report } from './report';

const COUNTERS_EVERY_MS = 500;

/** Which camera, and as whom; that the page may watch is told by its session. */
export interface Link {
  readonly camera: string;
  readonly person?: string;
}

/** What a session needs from outside. */
export interface SessionDeps extends ConnectionDeps {
  readonly nowUs: () => number;
  readonly report: (report: Report) => void;
}

/** One person watching one camera, over as many sockets as it takes. */
export class Session implements ConnectionListener {
  readonly #deps: SessionDeps;
  readonly #media: MediaPath;
  readonly #counters: Counters;
  readonly #connection: Connection;
  readonly #outbox = new Outbox();
  readonly #acks = new AckPacer();
  readonly #clocks = new ClockKeeper();
  #link: Link;
  #chatSince: number | undefined;
  #open = false;
  #welcomes = 0;
  #countedAtMs = 0;

  constructor(deps: SessionDeps, link: Link, media: MediaPath, counters: Counters) {
    this.#deps = deps;
    this.#link = link;
    this.#media = media;
    this.#counters = counters;
    this.#connection = new Connection(deps, this);
  }

  /** Dials, or dials anew: the fastest way back to live when the road is full of old frames. */
  restart(): void {
    this.#open = false;
    this.#connection.restart();
  }

  /** Dials at once if it is waiting to. */
  hurry(): void {
    this.#connection.hurry();
  }

  /** Sends a chat text now or, without a socket, as soon as there is one. */
  sendChat(clientId: string, text: string): void {
    const message = this.#outbox.add(clientId, text);
    if (this.#open) {
      this.#connection.send(message);
    }
  }

  /** Asks for another name. */
  rename(name: string): void {
    this.#connection.send({ type: 'rename', name });
  }

  /** Asks for an act of a moderator; it is not repeated when the socket is lost. */
  moderate(message: Moderate): void {
    this.#connection.send(message);
  }

  /** To be called about ten times a second. */
  tick(): void {
    const nowMs = this.#deps.nowMs();
    if (nowMs - this.#countedAtMs >= COUNTERS_EVERY_MS) {
      this.#countedAtMs = nowMs;
      const reconnects = Math.max(0, this.#welcomes - 1);
      this.#deps.report({ type: 'counters', counters: { ...this.#counters }, reconnects });
    }
    if (!this.#open) {
      return;
    }
    this.#acknowledge();
    const question = this.#clocks.question(nowMs, this.#deps.nowUs());
    if (this.#clocks.silent) {
      this.#connection.drop();
    } else if (question !== undefined) {
      this.#connection.send(question);
    }
  }

  greeting(): Watch {
    const { camera, person } = this.#link;
    return {
      type: 'watch',
      camera,
      ...(person === undefined ? {} : { person }),
      ...(this.#chatSince === undefined ? {} : { chat_since: this.#chatSince }),
    };
  }

  onState(state: ConnectionState): void {
    this.#open = state.kind === 'open';
    if (this.#open) {
      this.#welcomes++;
      this.#acks.clear();
      this.#clocks.restart();
      this.#media.reconnected();
    }
    this.#deps.report({ type: 'connection', state });
  }

  onMedia(message: MediaMessage): void {
    this.#clocks.heard();
    this.#acks.arrived(message.track, message.sequence);
    this.#acknowledge();
    this.#media.push(message);
  }

  onControl(message: ControlMessage): void {
    this.#clocks.heard();
    switch (message.type) {
      case 'time_request':
        this.#answerTime(message.t0);
        return;
      case 'time_reply':
        this.#clocks.answered(message, this.#deps.nowUs());
        this.#reportClocks();
        return;
      case 'clock':
        this.#clocks.agentClock(message);
        this.#reportClocks();
        return;
      case 'tracks':
        this.#media.announce(message);
        return;
      case 'welcome':
        this.#link = { ...this.#link, person: message.token };
        break;
      case 'chat':
        this.#chatSince = message.seq;
        break;
      case 'chat_ready':
        this.#chatSince = message.last;
        for (const unsettled of this.#outbox.unsettled) {
          this.#connection.send(unsettled);
        }
        break;
      case 'chat_accepted':
      case 'chat_refused':
        this.#outbox.settle(message.client_id);
        break;
    }
    this.#deps.report({ type: 'message', message });
  }

  #answerTime(t0: number): void {
    const now = this.#deps.nowUs();
    this.#connection.send({ type: 'time_reply', t0, t1: now, t2: now });
  }

  #acknowledge(): void {
    const ack = this.#acks.next(this.#deps.nowMs());
    if (ack !== undefined) {
      this.#connection.send(ack);
    }
  }

  #reportClocks(): void {
    this.#deps.report({ type: 'clocks', clocks: this.#clocks.clocks });
  }
}
