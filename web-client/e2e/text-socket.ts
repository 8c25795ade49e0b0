import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** The server's end of a WebSocket (RFC 6455) that only ever sends text and hears nothing. */
export class TextSocket {
  private constructor(private readonly stream: Duplex) {}

  static accept(request: IncomingMessage, stream: Duplex, protocol: string): TextSocket {
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
    stream.on('error', () => stream.destroy());
    stream.resume();
    return new TextSocket(stream);
  }

  say(message: object): void {
    const payload = Buffer.from(JSON.stringify(message));
    const head = payload.length < 126 ? Buffer.alloc(2) : Buffer.alloc(4);
    head[0] = 0x81;
    if (payload.length < 126) {
      head[1] = payload.length;
    } else {
      head[1] = 126;
      head.writeUInt16BE(payload.length, 2);
    }
    this.stream.write(Buffer.concat([head, payload]));
  }

  close(code: number): void {
    const body = Buffer.alloc(4);
    body[0] = 0x88;
    body[1] = 2;
    body.writeUInt16BE(code, 2);
    this.stream.end(body);
  }

  destroy(): void {
    this.stream.destroy();
  }
}
