import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';

/** What a proxy does wrong. */
export interface ProxyFaults {
  /** It passes on no Upgrade header. */
  readonly withoutUpgrade?: boolean;
  /** It passes on only addresses that begin so, and answers others itself. */
  readonly only?: readonly string[];
}

/** A proxy that serves a relay below `/cam/`, and takes that off before it passes a request on. */
export class PrefixProxy {
  /** Paths that were asked for, as the browser sent them. */
  readonly asked: string[] = [];
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
    private readonly faults: ProxyFaults,
    readonly origin: string,
  ) {}

  static async start(target: string, faults: ProxyFaults = {}): Promise<PrefixProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const proxy = new PrefixProxy(server, new URL(target), faults, `http://localhost:${port}`);
    server.on('connection', (socket: Socket) => proxy.open.add(socket));
    server.on('request', (request, response) => {
      proxy.pass(request, response.socket ?? request.socket, Buffer.alloc(0));
    });
    server.on('upgrade', (request, socket, head) => proxy.pass(request, socket as Socket, head));
    return proxy;
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private pass(request: IncomingMessage, client: Socket, head: Buffer): void {
    const path = request.url ?? '/';
    this.asked.push(path);
    const inner = path.slice('/cam'.length);
    const known = this.faults.only?.some((start) => inner.startsWith(start)) ?? true;
    if (!path.startsWith('/cam/') || !known) {
      client.end(
        'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 9\r\nConnection: close\r\n\r\nnot here\n',
      );
      return;
    }
    const upgrades = request.headers.upgrade !== undefined && this.faults.withoutUpgrade !== true;
    const relay = connect(Number(this.target.port), this.target.hostname);
    this.open.add(relay);
    const lines = [`${request.method} ${inner} HTTP/1.1`];
    for (let i = 0; i < request.rawHeaders.length; i += 2) {
      const name = request.rawHeaders[i] ?? '';
      if (!/^(connection|upgrade)$/i.test(name)) lines.push(`${name}: ${request.rawHeaders[i + 1]}`);
    }
    lines.push(...(upgrades ? ['Upgrade: websocket', 'Connection: Upgrade'] : ['Connection: close']));
    relay.write(`${lines.join('\r\n')}\r\n\r\n`);
    relay.write(head);
    request.on('data', (chunk) => relay.write(chunk));
    relay.pipe(client);
    client.on('close', () => relay.destroy());
    relay.on('error', () => client.destroy());
    client.on('error', () => relay.destroy());
    if (upgrades) client.pipe(relay);
  }
}
