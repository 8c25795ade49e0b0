import type { ConnectionDeps, SocketLike } from '../net/connection';

/** A socket controlled by the test. */
export class FakeSocket implements SocketLike {
  binaryType: BinaryType = 'blob';
  readyState = 0;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  bufferedAmount = 0;
  readonly sent: string[] = [];
  readonly media: ArrayBuffer[] = [];
  closedWith: number | undefined;

  send(data: string | ArrayBuffer): void {
    if (typeof data !== 'string') {
      this.media.push(data);
      return;
    }
    this.sent.push(data);
  }

  close(code?: number): void {
    this.readyState = 3;
    this.closedWith ??= code;
  }

  /** The handshake succeeds. */
  accept(): void {
    this.readyState = 1;
    this.onopen?.(new Event('open'));
  }

  /** The relay sends a message. */
  deliver(message: object | ArrayBuffer): void {
    const data = message instanceof ArrayBuffer ? message : JSON.stringify(message);
    this.onmessage?.({ data } as MessageEvent);
  }

  /** The relay ends the socket. */
  end(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code } as CloseEvent);
  }

  /** The sent messages of one type. */
  sentOf(type: string): readonly Record<string, unknown>[] {
    return this.sent.map((text) => JSON.parse(text)).filter((message) => message.type === type);
  }
}

/** Sockets, clock and timers of a test; the random wait is always the longest. */
export class FakeNetwork implements ConnectionDeps {
  readonly sockets: FakeSocket[] = [];
  #nowMs = 0;
  #timers: { readonly atMs: number; readonly run: () => void }[] = [];

  readonly open = (): SocketLike => {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    return socket;
  };
  readonly nowMs = (): number => this.#nowMs;
  readonly random = (): number => 1;
  readonly setTimer = (run: () => void, ms: number): unknown => {
    const timer = { atMs: this.#nowMs + ms, run };
    this.#timers.push(timer);
    return timer;
  };
  readonly clearTimer = (timer: unknown): void => {
    this.#timers = this.#timers.filter((one) => one !== timer);
  };

  /** The socket opened last. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) {
      throw new Error('no socket was opened');
    }
    return socket;
  }

  /** Lets time pass, running what falls due. */
  pass(ms: number): void {
    this.#nowMs += ms;
    for (const timer of this.#timers.filter((one) => one.atMs <= this.#nowMs)) {
      this.clearTimer(timer);
      timer.run();
    }
  }
}

/** A relay's welcome. */
export const WELCOME = {
  type: 'welcome',
  camera: 'front',
  title: 'Front door',
  relay: '0.1.0',
  person: 'h4xq2',
  name: 'brave-otter',
  role: 'chatter',
  token: 't0ken',
};
