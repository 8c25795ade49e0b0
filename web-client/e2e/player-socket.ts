import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;

/** What a player said: a control message as JSON has it. */
export type Said = { readonly type: string } & Readonly<Record<string, unknown>>;

/**
 * The server's end of a WebSocket (RFC 6455): sends what a test asks for, and keeps the control messages it receives. It answers time
 * requests, since a player leaves a relay that does not.
 */
export class PlayerSocket {
  readonly said: Said[] = [];
  private waiting = Buffer.alloc(0);

  private constructor(private readonly stream: Duplex) {}

  static accept(request: IncomingMessage, stream: Duplex, protocol: string): PlayerSocket {
    const key = `${request.headers['sec-websocket-key']}${GUID}`;
    stream.write(
      [
        'HTTP/1.1 101 Switching Protocols',
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Accept: ${createHash('sha1').update(key).digest('base64')}`,
        `Sec-WebSocket-Protocol: ${protocol}`,
        '\r\n',
      ].join('\r\n'),
    );
    const socket = new PlayerSocket(stream);
    stream.on('error', () => stream.destroy());
    stream.on('data', (bytes: Buffer) => socket.take(bytes));
    return socket;
  }

  say(message: object): void {
    this.frame(TEXT, Buffer.from(JSON.stringify(message)));
  }

  send(bytes: ArrayBuffer): void {
    this.frame(BINARY, Buffer.from(bytes));
  }

  /** What the player said of one type. */
  heard(type: string): readonly Said[] {
    return this.said.filter((message) => message.type === type);
  }

  close(code: number): void {
    const body = Buffer.alloc(2);
    body.writeUInt16BE(code);
    this.frame(CLOSE, body);
    this.stream.end();
  }

  destroy(): void {
    this.stream.destroy();
  }

  private answerTime({ type, t0 }: Said): void {
    if (type === 'time_request') {
      const now = Date.now() * 1000;
      this.say({ type: 'time_reply', t0, t1: now, t2: now });
    }
  }

  private frame(kind: number, payload: Buffer): void {
    if (payload.length > 0xffff) {
      throw new Error(`a frame of ${payload.length} bytes`);
    }
    const head = Buffer.alloc(payload.length < 126 ? 2 : 4);
    head[0] = 0x80 | kind;
    if (payload.length < 126) {
      head[1] = payload.length;
    } else {
      head[1] = 126;
      head.writeUInt16BE(payload.length, 2);
    }
    if (!this.stream.destroyed && this.stream.writable) {
      this.stream.write(Buffer.concat([head, payload]));
    }
  }

  /** A browser sends each of our short messages in one masked frame. */
  private take(bytes: Buffer): void {
    this.waiting = Buffer.concat([this.waiting, bytes]);
    for (let frame = unmask(this.waiting); frame !== undefined; frame = unmask(this.waiting)) {
      this.waiting = this.waiting.subarray(frame.length);
      if (frame.kind === TEXT) {
        const message = JSON.parse(frame.payload.toString()) as Said;
        this.said.push(message);
        this.answerTime(message);
      }
    }
  }
}

/** The first whole frame of `bytes`, if there is one. */
function unmask(bytes: Buffer): { kind: number; payload: Buffer; length: number } | undefined {
  if (bytes.length < 2) {
    return undefined;
  }
  const short = (bytes[1] ?? 0) & 0x7f;
  if (short === 127) {
    throw new Error('a frame of more than 65,535 bytes');
  }
  const at = short === 126 ? 4 : 2;
  const length = bytes.length < at ? Number.POSITIVE_INFINITY : short === 126 ? bytes.readUInt16BE(2) : short;
  if (bytes.length < at + 4 + length) {
    return undefined;
  }
  const mask = bytes.subarray(at, at + 4);
  const payload = Buffer.from(bytes.subarray(at + 4, at + 4 + length)).map(
    (byte, i) => byte ^ (mask[i % 4] ?? 0),
  );
  return { kind: (bytes[0] ?? 0) & 0x0f, payload: Buffer.from(payload), length: at + 4 + length };
}
