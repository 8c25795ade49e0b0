import { createServer, type Server } from 'node:http';
import type { Page } from '@playwright/test';
import type { Stack } from './stack.ts';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

/** What a test uses of the element. */
interface Cam extends HTMLElement {
  readonly state: string;
  readonly live: boolean;
  readonly paused: boolean;
  readonly latency: number | undefined;
  readonly viewers: number | undefined;
  muted: boolean;
  volume: number;
  play(): void;
  pause(): void;
}

let site: Server;

test.afterEach(() => site?.close());

/** A page of another site than the relay's, with `body` in it. */
async function elsewhere(page: Page, stack: Stack, body: string): Promise<void> {
  const script = `<script type="module" src="${stack.page('/embed/v1/player.js')}"></script>`;
  site = createServer((_, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end(`<!doctype html>${script}<body style="margin:0">${body}`),
  );
  await new Promise<void>((resolve) => site.listen(stack.sitePort, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${stack.sitePort}/`);
}

const read = <T>(page: Page, from: (cam: Cam) => T) =>
  page.evaluate(
    ([text]) => {
      const cam = document.querySelector('fanlight-cam, fanlight-video');
      return new Function('cam', `return (${text})(cam)`)(cam) as T;
    },
    [from.toString()],
  );

test('a page of another site shows a public camera by an element, and works it as it would a video', async ({
  ownStack: stack,
  page,
}) => {
  await stack.call('PATCH', '/cameras/front', { visibility: 'public' });
  await elsewhere(page, stack, `<fanlight-cam src="${stack.page('/w/front')}" chat></fanlight-cam>`);
  await expect.poll(() => read(page, (cam) => cam.live)).toBe(true);
  await expect.poll(() => read(page, (cam) => (cam.latency ?? 0) > 0 && (cam.viewers ?? 0) > 0)).toBe(true);
  const video = page.frameLocator('iframe[part=video]');
  await expect(video.locator('fanlight-watch')).toHaveAttribute('data-state', 'live');
  await expect(page.frameLocator('iframe[part=chat]').locator('#chat-input')).toBeVisible();

  await read(page, (cam) => cam.pause());
  await expect.poll(() => read(page, (cam) => cam.paused)).toBe(true);
  await read(page, (cam) => cam.play());
  await expect.poll(() => read(page, (cam) => cam.paused)).toBe(false);
  await expect.poll(() => read(page, (cam) => cam.state)).toBe('live');
  expect(await read(page, (cam) => cam.muted)).toBe(true);
});

test('a frame that is scrolled out of sight is sent no video until it is seen again', async ({
  ownStack: stack,
  page,
}) => {
  await stack.call('PATCH', '/cameras/front', { visibility: 'public' });
  const space = '<div style="height:4000px"></div>';
  await elsewhere(page, stack, `<fanlight-video src="${stack.page('/w/front')}"></fanlight-video>${space}`);
  await expect.poll(() => read(page, (cam) => cam.live)).toBe(true);
  const root = page.frameLocator('iframe[part=video]').locator('fanlight-watch');
  await expect(page.frameLocator('iframe').locator('.fl-over-bottom')).toBeHidden();
  await page.evaluate(() => scrollTo(0, 3000));
  const frames = async () => Number(await root.getAttribute('data-frames'));
  await expect
    .poll(async () => {
      const before = await frames();
      await page.waitForTimeout(500);
      return (await frames()) - before;
    })
    .toBe(0);
  await page.evaluate(() => scrollTo(0, 0));
  const seen = await frames();
  await expect.poll(async () => (await frames()) > seen + 5).toBe(true);
});

test('the address of a page says whether it plays, has controls and shows the chat', async ({
  stack,
  person,
}) => {
  const context = await person();
  const watch = await WatchPage.open(context, stack.url('?autoplay=0&chat=0'));
  await watch.expectState('paused');
  await expect(watch.page.locator('#chat-input')).toBeHidden();
  await watch.page.locator('.fl-start').click();
  await watch.expectState('live');

  const bare = await WatchPage.open(context, stack.url('?controls=0&chat=off&theme=light'));
  await bare.expectState('live');
  await expect(bare.page.locator('.fl-over-bottom')).toBeHidden();
  await expect(bare.page.locator('fanlight-chat')).toHaveCount(0);
  await expect(bare.page.locator('html')).toHaveAttribute('data-theme', 'light');
});
