import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { PlayerSocket } from './player-socket.ts';

const DIST = join(import.meta.dirname, '..', 'dist');
const HEADERS = join(
  import.meta.dirname,
  '../../cloud-relay/src/main/java/dev/fanlight/relay/http/route/SecurityHeaders.java',
);
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
};

/** What the API answers: a status and a body by method and path below `/api/v1`. */
export type Answers = (method: string, path: string) => { status: number; body?: unknown } | undefined;

/** A relay that sends what a test asks for: the built pages under the real policy, and invented answers and messages. */
export class PuppetRelay {
  readonly sockets: PlayerSocket[] = [];
  /** Runs for each player that connects. */
  onPlayer: (socket: PlayerSocket) => void = () => undefined;

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(answers: Answers): Promise<PuppetRelay> {
    const policy = await policyOfTheRelay();
    const server = createServer((request, response) => {
      response.setHeader('Content-Security-Policy', policy);
      const [path = '/'] = (request.url ?? '/').split('?');
      if (path.startsWith('/ws/')) {
        response.writeHead(426, { Upgrade: 'websocket' }).end();
      } else if (path.startsWith('/api/v1')) {
        answer(response, answers(request.method ?? 'GET', path.slice('/api/v1'.length)));
      } else {
        page(response, path);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const relay = new PuppetRelay(server, `http://localhost:${port}`);
    server.on('upgrade', (request: IncomingMessage, stream) => {
      const socket = PlayerSocket.accept(request, stream, 'fanlight.v1');
      relay.sockets.push(socket);
      relay.onPlayer(socket);
    });
    return relay;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) {
      socket.destroy();
    }
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** The policy as the relay's source has it, so that a test cannot be kinder than the relay. */
async function policyOfTheRelay(): Promise<string> {
  const source = readFileSync(HEADERS, 'utf8');
  const constant = /CONTENT_SECURITY_POLICY =([^;]*(?:"[^"]*"[^;]*)*);\n/.exec(source)?.[1] ?? '';
  const policy = [...constant.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join('');
  if (!policy.includes("require-trusted-types-for 'script'")) {
    throw new Error(`cannot read the policy of the relay: ${policy}`);
  }
  return policy;
}

function answer(response: ServerResponse, found: ReturnType<Answers>): void {
  const { status, body } = found ?? {
    status: 404,
    body: { title: 'There is nothing here.', status: 404, code: 'not_found' },
  };
  response.statusCode = status;
  response.setHeader('Content-Type', status < 400 ? 'application/json' : 'application/problem+json');
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function page(response: ServerResponse, path: string): void {
  const name = path.startsWith('/assets/') ? path : path === '/admin' ? '/admin.html' : '/index.html';
  const up = path === '/' ? './' : '../'.repeat(path.split('/').length - 2) || './';
  try {
    const file = readFileSync(join(DIST, name));
    const content = name.endsWith('.html') ? String(file).replaceAll('"./assets/', `"${up}assets/`) : file;
    response.setHeader('Content-Type', TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    response.end(content);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}
