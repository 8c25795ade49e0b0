// Fan-out as the README of `ws` shows it: a loop over the clients, one send each.
import { WebSocket, WebSocketServer } from 'ws';
import { serve } from './ingest.mjs';

// Some 16 s of the stream: without any bound a stuck viewer would take the whole heap.
const BEHIND_LIMIT = 4 * 1024 * 1024;

await serve((server) => {
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    socket.on('error', () => socket.terminate());
    socket.on('message', () => {});
  });
  return (message) => {
    for (const socket of sockets.clients) {
      if (socket.readyState === WebSocket.OPEN && socket.bufferedAmount < BEHIND_LIMIT) socket.send(message);
    }
  };
});
