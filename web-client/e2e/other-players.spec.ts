import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { freePort } from './processes.ts';
import { expect, test } from './stack-test.ts';

const MPEGTS = createRequire(import.meta.url).resolve('mpegts.js/dist/mpegts.js');

const PAGE = '<!doctype html><video muted autoplay playsinline></video>';

/** A page of another origin than the relay's, with a player that people have. */
async function playElsewhere(page: Page, url: string): Promise<void> {
  const port = await freePort();
  const site = createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE));
  await new Promise<void>((resolve) => site.listen(port, 'localhost', resolve));
  await page.goto(`http://localhost:${port}/`).finally(() => site.close());
  await page.addScriptTag({ content: readFileSync(MPEGTS, 'utf8') });
  await page.evaluate((address) => {
    const video = document.querySelector('video') as HTMLVideoElement;
    const player = (globalThis as unknown as { mpegts: Mpegts }).mpegts.createPlayer(
      { type: 'flv', isLive: true, url: address },
      { enableStashBuffer: false, liveBufferLatencyChasing: true, liveBufferLatencyMaxLatency: 1.0 },
    );
    const began = performance.now();
    const report = { first: -1, errors: [] as string[] };
    Object.assign(globalThis, { report });
    video.requestVideoFrameCallback(() => {
      report.first = performance.now() - began;
    });
    player.on('error', (kind, detail) => report.errors.push(`${kind} ${detail}`));
    player.attachMediaElement(video);
    player.load();
  }, url);
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
    const { report } = globalThis as unknown as { report: { first: number; errors: string[] } };
    const ranges = video.buffered;
    const end = ranges.length === 0 ? 0 : ranges.end(ranges.length - 1);
    return { time: video.currentTime, width: video.videoWidth, behind: end - video.currentTime, ...report };
  });
}

for (const scheme of ['http', 'ws']) {
  test(`mpegts.js plays a camera on a page of another origin by ${scheme}`, async ({ stack, context }) => {
    const page = await context.newPage();
    await playElsewhere(page, stack.flv(scheme));
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
