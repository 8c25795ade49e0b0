import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { eventually, freePort } from './processes.ts';
import { addCamera, publishKey } from './publish-page.ts';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

const PAGE =
  '<!doctype html><video autoplay muted playsinline></video><canvas width="640" height="360"></canvas>';

/** An empty page of another origin than the relay's. */
async function pageElsewhere(page: Page): Promise<void> {
  const port = await freePort();
  const site = createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE));
  await new Promise<void>((resolve) => site.listen(port, 'localhost', resolve));
  await page.goto(`http://localhost:${port}/`).finally(() => site.close());
}

/** Gives the page what WHEP and WHIP have in common: an offer is posted with a key, its answer is accepted. */
async function speak(page: Page): Promise<void> {
  await page.evaluate(() => {
    const exchange = async (peer: RTCPeerConnection, url: string, key: string): Promise<number> => {
      await peer.setLocalDescription();
      const answer = await fetch(url, {
        method: 'POST',
        body: peer.localDescription?.sdp ?? '',
        headers: { 'Content-Type': 'application/sdp', Authorization: `Bearer ${key}` },
      });
      if (answer.status === 201) {
        await peer.setRemoteDescription({ type: 'answer', sdp: await answer.text() });
      }
      Object.assign(globalThis, { peer, session: new URL(answer.headers.get('Location') ?? '', url).href });
      return answer.status;
    };
    Object.assign(globalThis, { exchange });
  });
}

interface Tools {
  readonly exchange: (peer: RTCPeerConnection, url: string, key: string) => Promise<number>;
  readonly peer: RTCPeerConnection;
  readonly session: string;
  readonly began: number;
  readonly first: number;
}

/** Begins to play and gives the status of the answer. */
function play(page: Page, url: string, key: string): Promise<number> {
  return page.evaluate(
    ([address, link]) => {
      const { exchange } = globalThis as unknown as Tools;
      const video = document.querySelector('video') as HTMLVideoElement;
      const stream = new MediaStream();
      const peer = new RTCPeerConnection();
      const began = performance.now();
      peer.addTransceiver('video', { direction: 'recvonly' });
      peer.addTransceiver('audio', { direction: 'recvonly' });
      peer.ontrack = ({ track }) => stream.addTrack(track);
      video.srcObject = stream;
      video.requestVideoFrameCallback(() => Object.assign(globalThis, { first: performance.now() - began }));
      return exchange(peer, address, link);
    },
    [url, key] as const,
  );
}

/** Publishes a canvas that changes all the time, and gives the status of the answer. */
function publish(page: Page, url: string, key: string): Promise<number> {
  return page.evaluate(
    ([address, secret]) => {
      const { exchange } = globalThis as unknown as Tools;
      const canvas = document.querySelector('canvas') as HTMLCanvasElement;
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      let turn = 0;
      setInterval(() => {
        turn += 7;
        context.fillStyle = `hsl(${turn} 80% 50%)`;
        context.fillRect(0, 0, canvas.width, canvas.height);
      }, 50);
      const peer = new RTCPeerConnection();
      const sender = peer.addTransceiver(canvas.captureStream(20).getVideoTracks()[0] as MediaStreamTrack, {
        direction: 'sendonly',
      });
      const codecs = RTCRtpSender.getCapabilities('video')?.codecs ?? [];
      sender.setCodecPreferences(codecs.filter(({ mimeType }) => mimeType === 'video/H264'));
      return exchange(peer, address, secret);
    },
    [url, key] as const,
  );
}

/** A number of the statistics of what is received or sent. */
function statistic(page: Page, type: string, name: string): Promise<number> {
  return page.evaluate(
    async ([kind, member]) => {
      const { peer } = globalThis as unknown as Tools;
      let found = 0;
      for (const report of (await peer.getStats()).values()) {
        if (report.type === kind && report.kind === 'video') found = report[member] ?? 0;
      }
      return found;
    },
    [type, name] as const,
  );
}

test('a page of another origin plays by WHEP, and ends its session', async ({ stack, page }) => {
  await pageElsewhere(page);
  await speak(page);
  const key = new URL(stack.url()).hash.slice(1);
  expect(await play(page, stack.page('/c/front/whep'), `${key.slice(0, -1)}x`)).toBe(404);
  expect(await play(page, stack.page('/c/front/whep'), key)).toBe(201);
  await eventually(
    'frames are decoded',
    async () => (await statistic(page, 'inbound-rtp', 'framesDecoded')) > 40,
  );
  const first = await page.evaluate(() => (globalThis as unknown as Tools).first);
  console.log(`\nWHEP: first frame after ${first.toFixed(0)} ms`);
  expect(await page.evaluate(() => document.querySelector('video')?.videoWidth)).toBeGreaterThan(0);
  const ended = await page.evaluate(async () => {
    const { session } = globalThis as unknown as Tools;
    return (await fetch(session, { method: 'DELETE' })).status;
  });
  expect(ended).toBe(200);
});

test('a page publishes by WHIP, and the watch page shows it', async ({ bareStack: stack, person }) => {
  const link = await addCamera(stack, 'canvas');
  const { key } = await publishKey(stack, 'canvas');
  const page = await (await person()).newPage();
  await pageElsewhere(page);
  await speak(page);
  expect(await publish(page, stack.page('/c/canvas/whip'), key)).toBe(201);
  const watch = await WatchPage.open(await person(), `${stack.page('/w/canvas')}#${link}`);
  await watch.expectState('live');
  await watch.moreFrames(20);
});
