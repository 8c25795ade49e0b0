import { type BrowserContext, expect, type Page } from '@playwright/test';
import { eventually } from './processes.ts';
import { test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

/** Heights and shares of what a window shows, and how much of the page does not fit into it. */
async function measure(page: Page, width: number, height: number) {
  await page.setViewportSize({ width, height });
  return page.evaluate(async () => {
    // The page hears of its new size with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const area = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const frame = area('.fl-frame');
    const root = document.documentElement;
    return {
      share: ((frame?.width ?? 0) * (frame?.height ?? 0)) / (innerWidth * innerHeight),
      messages: area('.chat-list')?.height ?? 0,
      over: Math.max(root.scrollWidth - innerWidth, root.scrollHeight - innerHeight),
    };
  });
}

async function opened(context: BrowserContext, url: string): Promise<WatchPage> {
  const watch = await WatchPage.open(context, url);
  await watch.expectState('live');
  await watch.moreFrames(2);
  return watch;
}

test('the video has its share of each window, and the chat stays readable in it', async ({
  stack,
  person,
}) => {
  const { page } = await opened(await person(), stack.url());
  expect((await measure(page, 1440, 900)).share).toBeGreaterThan(0.5);
  expect((await measure(page, 390, 844)).share).toBeGreaterThan(0.25);
  for (const [width, height, least] of [
    [1024, 768, 500],
    [900, 600, 350],
    [844, 390, 200],
    [820, 1180, 400],
    [390, 844, 350],
    [390, 480, 300],
    [320, 568, 150],
  ] as const) {
    const { messages, over } = await measure(page, width, height);
    expect(over, `${width} × ${height}: does not fit`).toBeLessThanOrEqual(0);
    expect(messages, `${width} × ${height}: height of the messages`).toBeGreaterThan(least);
  }
  await page.getByRole('button', { name: 'Hide chat' }).first().click();
  expect((await measure(page, 844, 390)).share).toBeGreaterThan(0.8);
  await expect(page.getByRole('button', { name: 'Show chat' }).first()).toBeVisible();
});

test('controls fade and come back; full screen, zoom, rotation, picture in picture and a smooth latency', async ({
  stack,
  person,
}) => {
  const watch = await opened(await person(), stack.url());
  const { page } = watch;
  const root = page.locator('fanlight-watch');
  const frame = page.locator('.fl-frame');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('.chat-list').hover();
  await expect(frame).toHaveAttribute('data-controls', 'hidden');
  await frame.hover({ position: { x: 300, y: 200 } });
  await expect(frame).toHaveAttribute('data-controls', 'shown');

  await frame.dblclick({ position: { x: 300, y: 200 } });
  await expect(root).toHaveAttribute('data-full', '');
  await expect(page.locator('.fl-about')).toBeHidden();
  await expect(page.locator('.chat-list')).toBeHidden();
  await frame.press('h');
  await expect(page.locator('.chat-list')).toBeVisible();
  await frame.press('f');
  await expect(root).not.toHaveAttribute('data-full', '');

  await frame.press('+');
  await expect(frame).toHaveAttribute('data-zoomed', '');
  await frame.press('=');
  await expect(frame).not.toHaveAttribute('data-zoomed', '');
  await frame.press('r');
  await expect(page.locator('.fl-zoom')).toHaveAttribute('data-rotation', '90');

  const small = () => page.evaluate(() => document.pictureInPictureElement !== null);
  await frame.press('p');
  await eventually('picture in picture', small);
  await frame.press('p');
  await eventually('it is closed', async () => !(await small()));

  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Smooth, 3 s behind' }).click();
  const latencyMs = async () => Number(await root.getAttribute('data-latency-ms'));
  await eventually('the video is kept back', async () => (await latencyMs()) > 2500);
  await watch.moreFrames(5);
  await watch.expectState('live');
});
