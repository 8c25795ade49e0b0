// Bothers a relay while deploy/bench/c/build/load measures it; all on loopback, bounded in number and time.
//   node crowd.mjs flood PORT CAMERA KEY SECONDS [PEOPLE]    so many viewers (50) write 1,000 chat lines a second together
//   node crowd.mjs churn PORT CAMERA KEY SECONDS    200 viewers come and 200 leave each second
import { WebSocket } from 'ws';

const LINES_A_SECOND = 1000;
const JOINS_A_SECOND = 200;
const STAY_MS = 1000;
const STEP_MS = 20;

const [mode, port, camera, key, seconds, people = '50'] = process.argv.slice(2);
const counts = {};
const count = (what) => {
  counts[what] = (counts[what] ?? 0) + 1;
};

function join(onWelcome) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws/v1/view`, 'fanlight.v1', { origin: `http://127.0.0.1:${port}` });
  socket.on('open', () => socket.send(JSON.stringify({ type: 'watch', camera, key })));
  socket.on('message', (data, binary) => {
    if (binary) {
      return;
    }
    const { type } = JSON.parse(data);
    count(type);
    if (type === 'welcome') {
      onWelcome(socket);
    }
  });
  socket.on('close', (code) => count(`closed ${code}`));
  socket.on('error', () => count('failed'));
  return socket;
}

/** Calls `act` `rate` times a second for the given time, in small steps. */
function steadily(rate, act) {
  return new Promise((done) => {
    const start = Date.now();
    let acted = 0;
    const timer = setInterval(() => {
      const elapsed = Math.min(Date.now() - start, seconds * 1000);
      for (; acted < (elapsed * rate) / 1000; acted++) {
        act(acted);
      }
      if (elapsed >= seconds * 1000) {
        clearInterval(timer);
        done();
      }
    }, STEP_MS);
  });
}

async function flood() {
  const open = new Array(Number(people));
  const take = (place) =>
    join((socket) => {
      open[place] = socket;
    });
  open.fill(undefined).forEach((_, place) => take(place));
  await steadily(LINES_A_SECOND, (i) => {
    const place = i % open.length;
    const socket = open[place];
    if (socket?.readyState === WebSocket.OPEN) {
      count('sent');
      socket.send(JSON.stringify({ type: 'chat_send', client_id: `flood-${process.pid}-${i}`, text: `line ${i}` }));
    } else if (socket !== undefined) {
      open[place] = undefined;
      take(place);
    }
  });
  open.forEach((socket) => socket?.close());
}

async function churn() {
  await steadily(JOINS_A_SECOND, () => {
    count('joins');
    join((socket) => setTimeout(() => socket.close(), STAY_MS));
  });
}

await (mode === 'flood' ? flood() : churn());
setTimeout(() => {
  console.log(JSON.stringify(counts));
  process.exit(0);
}, 2 * STAY_MS);
