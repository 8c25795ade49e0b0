// node-media-server on two ports of this computer: node server.cjs RTMP_PORT HTTP_PORT FOLDER [ADDRESS_TO_PULL STREAM]
const path = require('node:path');
const NodeMediaServer = require('node-media-server');

const [rtmp, http, folder, url, streamPath] = process.argv.slice(2);
const server = new NodeMediaServer({
  bind: '127.0.0.1',
  store: { path: path.join(folder, 'data'), maxHistory: 10 },
  auth: { play: false, publish: false, secret: 'unused', jwt: { secret: 'unused', users: [] } },
  rtmp: { port: Number(rtmp) },
  http: { port: Number(http) },
  record: { auto: false, path: path.join(folder, 'record') },
});
server.run();
if (url !== undefined) {
  require('node-media-server/src/core/context.js').relayServer.addTask({ url, streamPath, mode: 'pull' });
}
