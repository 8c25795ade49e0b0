// node-media-server as its README starts it: RTMP in, FLV over HTTP out, GOP cache on.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const NodeMediaServer = createRequire(import.meta.url)('node-media-server');
const STORE = fileURLToPath(new URL('node_modules/.cache/media-server', import.meta.url));

const { values } = parseArgs({ options: { port: { type: 'string' }, 'ingest-port': { type: 'string' } } });
mkdirSync(STORE, { recursive: true });
const server = new NodeMediaServer({
  bind: '127.0.0.1',
  rtmp: { port: Number(values['ingest-port']) },
  http: { port: Number(values.port) },
  store: { path: STORE },
  webadmin: { enable: false },
});
process.once('SIGTERM', () => server.stop().finally(() => process.exit(0)));
await server.run();
