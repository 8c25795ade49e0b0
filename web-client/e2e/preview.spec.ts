import { test as base, chromium, expect } from '@playwright/test';
import { LocalPreview } from './local-preview.ts';
import { watchStrip } from './strip.ts';
import { WatchPage } from './watch-page.ts';

const test = base.extend<{ readonly preview: LocalPreview }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed.
  preview: async ({}, use) => {
    const preview = await LocalPreview.start('test');
    await use(preview);
    await preview.stop();
  },
});

test('an agent shows its camera in the player of the relay, without a relay and without a chat', async ({
  preview,
  context,
}) => {
  const watch = await WatchPage.open(context, await preview.address());
  await watch.expectState('live');
  const frames = await watchStrip(watch.page, 3);
  expect(frames.length, 'more than key frames').toBeGreaterThan(10);
  expect(await watch.statistic('Decoder errors')).toBe('0');
  await expect(watch.page.getByRole('button', { name: 'Show chat' })).toBeHidden();
  await expect(watch.page.getByRole('complementary', { name: 'Chat' })).toBeHidden();
});

test('an address is good for one browser: its page may be reloaded, another one is refused', async ({
  preview,
  context,
  browser,
}) => {
  const address = await preview.address();
  const watch = await WatchPage.open(context, address);
  await watch.expectState('live');
  await watch.page.reload();
  await watch.expectState('live');

  const other = await browser.newContext();
  const refused = await WatchPage.open(other, address);
  await refused.expectState('wrong_link');
  await other.close();

  const third = await browser.newContext();
  const second = await WatchPage.open(third, await preview.address());
  await second.expectState('live');
  await third.close();
});

test('on plain HTTP from another computer, where browsers have no WebCodecs, the video plays all the same', async ({
  preview,
}, testInfo) => {
  const { launchOptions = {} } = testInfo.project.use;
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP camera.lan 127.0.0.1'],
  });
  try {
    const address = (await preview.address()).replace('127.0.0.1', 'camera.lan');
    const watch = await WatchPage.open(await browser.newContext(), address);
    await watch.expectState('live');
    expect(await watch.page.evaluate(() => isSecureContext)).toBe(false);
    expect(await watch.mode()).toBe('mse');
    await watch.moreFrames(20);
  } finally {
    await browser.close();
  }
});
