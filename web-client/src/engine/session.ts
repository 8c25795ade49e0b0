import type { Counters } from '../media/counters';
import { HoldBack } from '../media/hold-back';
import { ageMs } from '../media/latency';
import { AckPacer } from '../net/ack-pacer';
import { Connection, type ConnectionDeps, type ConnectionListener } from '../net/connection';
import type { ConnectionState } from '../net/connection-state';
import type { ChatSend, Moderate, React } from '../protocol/chat-message';
import type { Ptz } from '../protocol/head-message';
import type { MediaMessage } from '../protocol/media';
import type { Ack, ControlMessage } from '../protocol/message';
import type { MediaSelection, Watch } from '../protocol/stream-message';
import { Outbox } from './chat-outbox';
import { ClockKeeper } from './clock-keeper';
import type { MediaPath } from './media-path';
import { DEFAULT_PREFERENCES, heldMs, type Preferences, samePreferences } from './preferences';
import type { Report } from './report';

const COUNTERS_EVERY_MS = 500;

/** Optional parts of the protocol this player knows; there is none yet. */
const FEATURES: readonly string[] = ['reactions'];

/** The camera, the person and the preferences; the right to watch comes from the session cookie. */
export interface Link {
  readonly camera: string;
  readonly person?: string;
  readonly preferences: Preferences;
}

/** What a session needs from outside. */
export interface SessionDeps extends ConnectionDeps {
  readonly nowUs: () => number;
  readonly report: (report: Report) => void;
}

/** A session of one viewer at one camera, across reconnects. */
export class Session implements ConnectionListener {
  readonly #deps: SessionDeps;
  readonly #media: MediaPath;
  readonly #counters: Counters;
  readonly #connection: Connection;
  readonly #outbox = new Outbox();
  readonly #acks = new AckPacer();
  readonly #clocks = new ClockKeeper();
  readonly #hold: HoldBack;
  #link: Link;
  #chatSince: number | undefined;
  #selection: MediaSelection = 'all';
  #open = false;
  #welcomes = 0;
  #countedAtMs = 0;

  constructor(deps: SessionDeps, link: Link, media: MediaPath, counters: Counters) {
    this.#deps = deps;
    this.#link = link;
    this.#media = media;
    this.#counters = counters;
    this.#connection = new Connection(deps, this);
    this.#hold = new HoldBack({
      ageUs: (captureTime) => this.#ageUs(captureTime),
      pass: (message) => media.push(message),
      setTimer: deps.setTimer,
    });
    this.#hold.untilUs = heldMs(link.preferences) * 1000;
  }

  /** Dials or redials: the fastest way back to live when frames are queued on the network path. */
  restart(): void {
    this.#open = false;
    this.#connection.restart();
  }

  /** Dials at once if it waits to retry. */
  retryNow(): void {
    this.#connection.retryNow();
  }

  /** Sends a chat message now or, without a socket, as soon as there is one. */
  sendChat(message: ChatSend): void {
    this.#outbox.add(message);
    if (this.#open) {
      this.#connection.send(message);
    }
  }

  /** Requests another name. */
  rename(name: string): void {
    this.#connection.send({ type: 'rename', name });
  }

  /** Changes the preferences, on this socket and later ones. */
  prefer(preferences: Preferences): void {
    this.#link = { ...this.#link, preferences };
    this.#hold.untilUs = heldMs(preferences) * 1000;
    this.#sendPreferences();
  }

  /** Asks for all media, sound alone or none, on this socket and later ones. */
  select(media: MediaSelection): void {
    const resumes = media !== 'none' && this.#selection !== media;
    this.#selection = media;
    if (resumes) {
      this.#hold.clear();
      this.#media.restarted();
    }
    this.#sendPreferences();
  }

  /** Asks for the newest GOP once more: the video begins again at once. */
  replay(): void {
    const media = this.#selection;
    if (this.#open && media === 'all') {
      this.select('audio');
      this.select(media);
    }
  }

  /** Requests a moderation action or a movement; it is not repeated when the socket is lost. */
  request(message: Moderate | Ptz | React): void {
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
    if (this.#clocks.silent) {
      this.#connection.drop();
    } else if (this.#acks.flowing(nowMs)) {
      this.#acknowledge(this.#acks.urgent(nowMs));
    } else {
      this.#converse(nowMs);
    }
  }

  greeting(): Watch {
    const { camera, person } = this.#link;
    return {
      type: 'watch',
      camera,
      features: FEATURES,
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
      this.#hold.clear();
      this.#media.restarted();
    }
    this.#deps.report({ type: 'connection', state });
  }

  onMedia(message: MediaMessage): void {
    const nowMs = this.#deps.nowMs();
    this.#clocks.messageReceived();
    this.#acks.arrived(message, nowMs, this.#deps.nowUs());
    this.#converse(nowMs);
    this.#hold.offer(message);
  }

  onUnknown(): void {
    this.#clocks.messageReceived();
    this.#counters.unknownMessages++;
  }

  onControl(message: ControlMessage): void {
    this.#clocks.messageReceived();
    switch (message.type) {
      case 'time_request':
        this.#answerTime(message.t0);
        return;
      case 'time_reply':
        this.#clocks.answered(message, this.#deps.nowUs());
        this.#reportClocks();
        return;
      case 'clock':
        this.#clocks.setAgentClock(message);
        this.#reportClocks();
        return;
      case 'tracks':
        this.#media.announce(message);
        break;
      case 'delivery':
        this.#acks.delivery(message.mode);
        break;
      case 'dropped':
        this.#media.droppedBefore(message);
        return;
      case 'welcome':
        this.#welcomed(message.token);
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

  #sendPreferences(): void {
    if (this.#open) {
      const { quality, latency } = this.#link.preferences;
      const wanted = latency === 'low' ? latency : 'normal';
      this.#connection.send({ type: 'prefer', quality, latency: wanted, media: this.#selection });
    }
  }

  #answerTime(t0: number): void {
    const now = this.#deps.nowUs();
    this.#connection.send({ type: 'time_reply', t0, t1: now, t2: now });
  }

  #welcomed(person: string): void {
    this.#link = { ...this.#link, person };
    if (this.#selection !== 'all' || !samePreferences(this.#link.preferences, DEFAULT_PREFERENCES)) {
      this.#sendPreferences();
    }
  }

  /**
   * Sends a time request if one is due and acknowledgements right behind it, so that both leave in one packet. Called when media
   * has just arrived, as long as frames flow, so that the acknowledgement is as fresh as the relay assumes.
   */
  #converse(nowMs: number): void {
    const question = this.#clocks.question(nowMs, this.#deps.nowUs(), this.#acks.flowing(nowMs));
    if (question !== undefined) {
      this.#connection.send(question);
    } else if (!this.#acks.due(nowMs)) {
      this.#acknowledge(this.#acks.urgent(nowMs));
      return;
    }
    for (const ack of this.#acks.regular(nowMs)) {
      this.#acknowledge(ack);
    }
  }

  #acknowledge(ack: Ack | undefined): void {
    if (ack !== undefined && this.#connection.send(ack)) {
      this.#counters.acknowledged++;
    }
  }

  #ageUs(captureTime: number): number | undefined {
    const { pageToRelayUs, agentToRelayUs } = this.#clocks.clocks;
    return pageToRelayUs === undefined || agentToRelayUs === undefined
      ? undefined
      : ageMs(this.#deps.nowUs(), pageToRelayUs, captureTime, agentToRelayUs) * 1000;
  }

  #reportClocks(): void {
    this.#deps.report({ type: 'clocks', clocks: this.#clocks.clocks });
  }
}
