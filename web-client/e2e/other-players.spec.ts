import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { freePort } from './processes.ts';
import { expect, test } from './stack-test.ts';

const require = createRequire(import.meta.url);
const MPEGTS = require.resolve('mpegts.js/dist/mpegts.js');
const HLS = require.resolve('hls.js/dist/hls.min.js');

const PAGE = '<!doctype html><video muted autoplay playsinline></video>';

/** A page of another origin than the relay's, with a player that people have. */
async function pageElsewhere(page: Page, script: string): Promise<void> {
  const port = await freePort();
  const site = createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE));
  await new Promise<void>((resolve) => site.listen(port, 'localhost', resolve));
  await page.goto(`http://localhost:${port}/`).finally(() => site.close());
  await page.addScriptTag({ content: readFileSync(script, 'utf8') });
  await page.evaluate(() => {
    const video = document.querySelector('video') as HTMLVideoElement;
    const began = performance.now();
    const report = { first: -1, errors: [] as string[] };
    Object.assign(globalThis, { report });
    video.requestVideoFrameCallback(() => {
      report.first = performance.now() - began;
    });
  });
}

async function playFlv(page: Page, url: string): Promise<void> {
  await pageElsewhere(page, MPEGTS);
  await page.evaluate((address) => {
    const { mpegts, report } = globalThis as unknown as { mpegts: Mpegts; report: Report };
    const player = mpegts.createPlayer(
      { type: 'flv', isLive: true, url: address },
      { enableStashBuffer: false, liveBufferLatencyChasing: true, liveBufferLatencyMaxLatency: 1.0 },
    );
    player.on('error', (kind, detail) => report.errors.push(`${kind} ${detail}`));
    player.attachMediaElement(document.querySelector('video') as HTMLVideoElement);
    player.load();
  }, url);
}

async function playHls(page: Page, url: string): Promise<void> {
  await pageElsewhere(page, HLS);
  await page.evaluate((address) => {
    const { Hls, report } = globalThis as unknown as { Hls: HlsClass; report: Report };
    const player = new Hls({ lowLatencyMode: true, maxLiveSyncPlaybackRate: 1.5 });
    player.on('hlsError', (_, { fatal, details }) => {
      if (fatal) {
        report.errors.push(details);
      }
    });
    player.loadSource(address);
    player.attachMedia(document.querySelector('video') as HTMLVideoElement);
    Object.assign(globalThis, { player });
  }, url);
}

interface Report {
  first: number;
  errors: string[];
}

/** What a player of HLS says of itself. */
interface HlsState {
  readonly latency: number;
  readonly targetLatency: number;
  /** When the frame that is shown was captured, by the playlist; ms since 1970. */
  readonly playingDate: Date | null;
}

interface HlsClass {
  new (
    config: object,
  ): {
    on(event: string, listener: (event: string, data: { fatal: boolean; details: string }) => void): void;
    loadSource(url: string): void;
    attachMedia(video: HTMLVideoElement): void;
  } & HlsState;
}

interface Mpegts {
  createPlayer(source: object, config: object): Player;
}

interface Player {
  on(event: string, listener: (kind: string, detail: string) => void): void;
  attachMediaElement(video: HTMLVideoElement): void;
  load(): void;
}

interface Seen {
  readonly time: number;
  readonly width: number;
  readonly behind: number;
  readonly first: number;
  readonly errors: readonly string[];
}

function seen(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const video = document.querySelector('video') as HTMLVideoElement;
    const { report } = globalThis as unknown as { report: Report };
    const ranges = video.buffered;
    const end = ranges.length === 0 ? 0 : ranges.end(ranges.length - 1);
    return { time: video.currentTime, width: video.videoWidth, behind: end - video.currentTime, ...report };
  });
}

for (const scheme of ['http', 'ws']) {
  test(`mpegts.js plays a camera on a page of another origin by ${scheme}`, async ({ stack, context }) => {
    const page = await context.newPage();
    await playFlv(page, stack.flv(scheme));
    await expect.poll(async () => (await seen(page)).time, 'the player plays').toBeGreaterThan(0);
    const before = (await seen(page)).time;
    await expect.poll(async () => (await seen(page)).time, 'and goes on').toBeGreaterThan(before + 4);
    const now = await seen(page);
    console.log(
      `${scheme}: first frame after ${now.first.toFixed(0)} ms, ${now.behind.toFixed(2)} s buffered`,
    );
    expect(now.errors).toEqual([]);
    expect(now.width).toBeGreaterThan(0);
  });
}

test('hls.js plays a camera on a page of another origin with low latency', async ({ stack, context }) => {
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await playHls(page, stack.hls());
  await expect.poll(async () => (await seen(page)).time, 'the player plays').toBeGreaterThan(0);
  const before = (await seen(page)).time;
  await expect.poll(async () => (await seen(page)).time, 'and goes on').toBeGreaterThan(before + 6);
  const state = await page.evaluate(() => {
    const { player } = globalThis as unknown as { player: HlsState };
    const age = Date.now() - (player.playingDate?.getTime() ?? Number.NaN);
    return { behind: player.latency, target: player.targetLatency, age };
  });
  const now = await seen(page);
  console.log(
    `hls: first frame after ${now.first.toFixed(0)} ms, ${state.behind.toFixed(2)} s behind the playlist ` +
      `(target ${state.target.toFixed(2)} s), ${(state.age / 1000).toFixed(2)} s after its capture`,
  );
  expect(now.errors).toEqual([]);
  expect(now.width).toBeGreaterThan(0);
  for (const asked of [/_HLS_part=\d/, /_HLS_skip=/, /\/\d+\.\d+\.m4s$/]) {
    expect(
      requests.some((url) => asked.test(url)),
      `it asks for ${asked}`,
    ).toBe(true);
  }
  expect(
    requests.filter((url) => url.includes('key=')),
    'the key is sent once',
  ).toHaveLength(1);
});
