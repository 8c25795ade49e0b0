// Fan-out as OpenLive does it: each frame as Base64 in a socket.io event to everybody.
import { Server } from 'socket.io';
import { serve } from './ingest.mjs';

await serve((server) => {
  const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false });
  return (message) => io.emit('frame', message.toString('base64'));
});
