import { connect, createServer, type Server, type Socket } from 'node:net';

const SLICE_MS = 20;

/** A TCP proxy on loopback whose way to the server has a bit rate, as an uplink has; the way back is free. */
export class NarrowLink {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private bitRate = Number.POSITIVE_INFINITY;
  private isCut = false;

  constructor(private readonly toPort: number) {
    this.server = createServer((client) => this.accept(client));
  }

  /** Listens on a free port, which is returned. */
  async open(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  /** Bits a second from now on, for each connection. */
  set rate(bitRate: number) {
    this.bitRate = bitRate;
  }

  /** Ends all connections, and new ones at once, until it is healed. */
  cut(): void {
    this.isCut = true;
    this.endAll();
  }

  heal(): void {
    this.isCut = false;
  }

  close(): void {
    this.endAll();
    this.server.close();
  }

  private endAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private accept(client: Socket): void {
    if (this.isCut) {
      client.on('error', () => client.destroy());
      client.destroy();
      return;
    }
    const server = connect({ port: this.toPort, host: '127.0.0.1' });
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    }
    server.pipe(client);
    client.on('close', () => server.destroy());
    // A link that is closed ends in the middle.
    this.forward(client, server).catch(() => server.destroy());
  }

  /** Reads no more than it may pass on, so that the sender feels the link as its kernel’s full buffer. */
  private async forward(client: Socket, server: Socket): Promise<void> {
    for await (const chunk of client.iterator({ destroyOnReturn: false })) {
      let rest = chunk as Buffer;
      while (rest.length > 0 && !server.destroyed) {
        const most = Number.isFinite(this.bitRate)
          ? Math.ceil((this.bitRate / 8000) * SLICE_MS)
          : rest.length;
        server.write(rest.subarray(0, most));
        rest = rest.subarray(most);
        if (Number.isFinite(this.bitRate)) await new Promise((resolve) => setTimeout(resolve, SLICE_MS));
      }
    }
    server.end();
  }
}
