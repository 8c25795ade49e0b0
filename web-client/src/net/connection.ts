import { decodeControl } from '../protocol/decode';
import { encodeControl } from '../protocol/encode';
import { ProtocolError } from '../protocol/error';
import { SUBPROTOCOL } from '../protocol/limits';
import { type MediaMessage, readMedia } from '../protocol/media';
import type { ControlMessage } from '../protocol/message';
import { backoffMs, GOOD_AFTER_MS, reconnectMs } from './backoff';
import { decisionFor, PLAYER_PROTOCOL_ERROR } from './close-code';
import type { ConnectionState, LossReason } from './connection-state';

const CONNECT_TIMEOUT_MS = 10_000;
const SOCKET_OPEN = 1;

/** Pages that were refused together do not come back together. */
const QUIET_SPREAD = 0.5;

/** The part of a browser's WebSocket that a connection uses. */
export interface SocketLike {
  binaryType: BinaryType;
  readonly readyState: number;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  /** Bytes that were sent and have not left the browser. */
  readonly bufferedAmount: number;
  send(data: string | ArrayBuffer): void;
  close(code?: number, reason?: string): void;
}

/** What a connection needs from outside, so that tests control time and randomness. */
export interface ConnectionDeps {
  readonly open: (subprotocol: string) => SocketLike;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
}

/** Receives a connection's events; `greeting` is the first message on each new socket. */
export interface ConnectionListener {
  greeting(): ControlMessage;
  onState(state: ConnectionState): void;
  onControl(message: ControlMessage): void;
  onMedia(message: MediaMessage): void;
  /** A control message of a type this player does not know was ignored. */
  onUnknown(): void;
}

/** Keeps a socket to the relay open and reconnects automatically; outlives the sockets it opens. */
export class Connection {
  readonly #deps: ConnectionDeps;
  readonly #listener: ConnectionListener;
  #state: ConnectionState = { kind: 'idle' };
  #socket: SocketLike | undefined;
  #timer: unknown;
  #attempt = 0;
  #unopened = 0;
  #welcomedAtMs: number | undefined;
  #retryAfterMs: number | undefined;
  #request: string | undefined;
  #spreadMs = 0;

  constructor(deps: ConnectionDeps, listener: ConnectionListener) {
    this.#deps = deps;
    this.#listener = listener;
  }

  /** Dials now, dropping the current socket or wait. */
  restart(): void {
    this.#abandon();
    this.#attempt = 0;
    this.#dial();
  }

  /** Dials now if it waits to retry: the network or the viewer is back. */
  retryNow(): void {
    if (this.#state.kind === 'waiting') {
      this.#dial(this.#state.reason);
    }
  }

  /** Drops a dead socket and reconnects after the usual backoff. */
  drop(): void {
    this.#abandon();
    this.#retry('lost', 0);
  }

  /** Closes for good. */
  stop(): void {
    this.#abandon();
    this.#become({ kind: 'idle' });
  }

  /** Sends `message` if a socket is open; resending what must not be lost is up to the caller. */
  send(message: ControlMessage): boolean {
    if (this.#socket?.readyState !== SOCKET_OPEN) {
      return false;
    }
    this.#socket.send(encodeControl(message));
    return true;
  }

  /** Sends one media message if a socket is open. */
  sendMedia(bytes: ArrayBuffer): boolean {
    if (this.#socket?.readyState !== SOCKET_OPEN) {
      return false;
    }
    this.#socket.send(bytes);
    return true;
  }

  /** Bytes that were sent and have not left the browser. */
  get bufferedBytes(): number {
    return this.#socket?.bufferedAmount ?? 0;
  }

  #dial(reason?: LossReason): void {
    this.#become(reason === undefined ? { kind: 'connecting' } : { kind: 'connecting', reason });
    this.#open();
  }

  #open(): void {
    this.#deps.clearTimer(this.#timer);
    this.#retryAfterMs = undefined;
    this.#request = undefined;
    this.#welcomedAtMs = undefined;
    const socket = this.#deps.open(SUBPROTOCOL);
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    this.#unopened++;
    socket.onopen = () => this.#opened();
    socket.onmessage = (event) => this.#receive(event.data as string | ArrayBuffer);
    socket.onclose = (event) => this.#closed(event.code);
    this.#timer = this.#deps.setTimer(() => this.drop(), CONNECT_TIMEOUT_MS);
  }

  #opened(): void {
    this.#unopened = 0;
    this.send(this.#listener.greeting());
  }

  #receive(data: string | ArrayBuffer): void {
    try {
      if (typeof data === 'string') {
        this.#text(data);
      } else {
        this.#listener.onMedia(readMedia(data));
      }
    } catch (error) {
      if (!(error instanceof ProtocolError)) {
        throw error;
      }
      this.#socket?.close(PLAYER_PROTOCOL_ERROR, 'protocol_error');
      this.#closed(PLAYER_PROTOCOL_ERROR);
    }
  }

  #text(data: string): void {
    const message = decodeControl(data);
    if (message === undefined) {
      this.#listener.onUnknown();
    } else {
      this.#control(message);
    }
  }

  #control(message: ControlMessage): void {
    if (message.type === 'welcome' || message.type === 'accepted') {
      this.#deps.clearTimer(this.#timer);
      this.#welcomedAtMs = this.#deps.nowMs();
      this.#become({ kind: 'open' });
    } else if (message.type === 'goodbye') {
      this.#retryAfterMs = message.retry_after_ms;
      this.#request = message.request;
    } else if (message.type === 'reconnect') {
      this.#spreadMs = message.spread_ms;
    }
    this.#listener.onControl(message);
  }

  #closed(code: number): void {
    const decision = decisionFor(code, this.#retryAfterMs);
    const request = this.#request;
    this.#abandon();
    if (decision.kind === 'stop') {
      this.#become({ kind: 'refused', reason: decision.reason, ...(request !== undefined && { request }) });
      this.#tryAgainQuietly(decision.againInMs);
    } else {
      this.#retry(decision.reason, decision.notBeforeMs);
    }
  }

  /** Asks again after a refusal that may be lifted; until the relay answers otherwise, the page stays refused. */
  #tryAgainQuietly(againInMs: number | undefined): void {
    if (againInMs !== undefined) {
      const spread = againInMs * this.#deps.random() * QUIET_SPREAD;
      this.#timer = this.#deps.setTimer(() => this.#open(), againInMs + spread);
    }
  }

  #retry(reason: LossReason, notBeforeMs: number): void {
    const lasted = this.#welcomedAtMs === undefined ? 0 : this.#deps.nowMs() - this.#welcomedAtMs;
    this.#attempt = lasted >= GOOD_AFTER_MS ? 0 : this.#attempt;
    const retryInMs = notBeforeMs + this.#waitMs(reason);
    this.#attempt++;
    this.#become({ kind: 'waiting', reason, retryInMs, unopened: this.#unopened });
    this.#timer = this.#deps.setTimer(() => this.#dial(reason), retryInMs);
  }

  #waitMs(reason: LossReason): number {
    const random = this.#deps.random();
    return reason === 'lost' || reason === 'restarting'
      ? reconnectMs(this.#attempt, this.#spreadMs, random)
      : backoffMs(this.#attempt, random);
  }

  #abandon(): void {
    this.#deps.clearTimer(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket !== undefined) {
      socket.onopen = null;
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
    }
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    this.#listener.onState(state);
  }
}
