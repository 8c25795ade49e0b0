import { createServer as createPlainServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { readFileSync } from 'node:fs';
import { createServer as createTcpServer } from 'node:net';
import { parseArgs } from 'node:util';

const LOOPBACK = '127.0.0.1';
const PREFIX = 4;
const MESSAGE_LIMIT = 2 * 1024 * 1024;
const BACKLOG = 4096;

/** The options every peer takes: --port, --ingest-port (0: the system chooses), --certificate and --key for TLS. */
function options() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      'ingest-port': { type: 'string', default: '0' },
      certificate: { type: 'string' },
      key: { type: 'string' },
    },
  });
  return values;
}

/** Cuts the publisher's bytes into messages: each behind its length as u32 big-endian. */
export function splitMessages(onMessage) {
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    while (rest.length >= PREFIX) {
      const length = rest.readUInt32BE(0);
      if (length > MESSAGE_LIMIT) throw new Error(`The publisher announced ${length} bytes.`);
      if (rest.length < PREFIX + length) return;
      onMessage(rest.subarray(PREFIX, PREFIX + length));
      rest = rest.subarray(PREFIX + length);
    }
  };
}

function listening(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port, backlog: BACKLOG }, () => resolve(server.address().port));
  });
}

/** Starts one peer: `attach(httpServer)` gives the function that fans one message out. */
export async function serve(attach) {
  const chosen = options();
  const tls = chosen.certificate && {
    cert: readFileSync(chosen.certificate),
    key: readFileSync(chosen.key),
    minVersion: 'TLSv1.3',
    ciphers: 'TLS_AES_128_GCM_SHA256',
  };
  const http = tls ? createTlsServer(tls) : createPlainServer();
  const fanOut = attach(http);
  const ingest = createTcpServer((socket) => {
    socket.on('data', splitMessages(fanOut));
    socket.on('error', () => socket.destroy());
  });
  const port = await listening(http, Number(chosen.port));
  const ingest_port = await listening(ingest, Number(chosen['ingest-port']));
  console.log(JSON.stringify({ event: 'ready', pid: process.pid, port, ingest_port }));
}
