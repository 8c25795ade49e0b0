import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { inventedAnswers } from './invented.ts';
import { eventually, FOOTAGE } from './processes.ts';
import { PuppetRelay } from './puppet-relay.ts';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

/** Where the image of each look goes; none is kept in the repository. */
const FOLDER = process.env['LOOKS'] ?? join(import.meta.dirname, '../test-results/looks');

const SIZES = [
  [1440, 900],
  [1024, 768],
  [900, 600],
  [820, 1180],
  [390, 844],
  [844, 390],
  [390, 480],
] as const;

test.use({ locale: 'en-GB', timezoneId: 'Europe/London', source: `file:${FOOTAGE.person}` });

async function look(
  page: Page,
  name: string,
  sizes: readonly (readonly [number, number])[] = SIZES,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.locator('.fl-frame').hover({ trial: false, force: true });
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(FOLDER, `${name}-${width}x${height}-${colorScheme}.png`) });
    }
  }
}

async function open(context: BrowserContext, url: string, name: string): Promise<WatchPage> {
  const watch = await WatchPage.open(context, url);
  await watch.expectState('live');
  await watch.say(`/nick ${name}`);
  await expect(watch.page.locator('.chat-my-name')).toHaveText(name);
  return watch;
}

test('every state and the cards, dark and light', async ({ page }) => {
  const relay = await PuppetRelay.start(inventedAnswers(['Front room', 'Car park', 'Reading corner']));
  for (const [path, name] of [
    ['/dev/states', 'states'],
    ['/nonsense', 'missing'],
    ['/', 'home'],
  ] as const) {
    await page.goto(relay.origin + path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await page.screenshot({ path: join(FOLDER, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
    }
  }
  await relay.close();
});

test('the watch page at each size, dark and light', async ({ ownStack: stack, person }) => {
  const maya = await open(await person(), stack.url(), 'Maya');
  const otter = await open(await person(), stack.url(), 'brave-otter');
  for (const [who, text] of [
    [maya, 'Morning everyone ☀️ is that the new table?'],
    [otter, 'Yes! It came yesterday.'],
    [otter, 'Took two of us to carry it in.'],
    [maya, 'Here: https://example.org/tables/oak?id=4711'],
    [maya, '@brave-otter look, someone is reading your leaflet!'],
    [otter, 'So they are. 😀 Good morning from Lisbon'],
  ] as const) {
    const before = (await who.lines()).length;
    await who.say(text);
    await eventually(text, async () => (await who.lines()).length > before);
  }
  await otter.moreFrames(10);
  await look(otter.page, 'live');
  await otter.page.setViewportSize({ width: 1440, height: 900 });
  await otter.page.locator('.fl-frame').focus();
  await otter.page.keyboard.press('i');
  await otter.page.waitForTimeout(2500);
  await look(otter.page, 'stats', [
    [1440, 900],
    [390, 844],
  ]);
  await otter.page.locator('.fl-frame').focus();
  await otter.page.keyboard.press('i');
  await otter.page.keyboard.press('h');
  await look(otter.page, 'nochat', [
    [1440, 900],
    [390, 844],
    [844, 390],
  ]);
  await otter.page.keyboard.press('h');
  await otter.page.getByRole('button', { name: 'Settings', exact: true }).click();
  await otter.page.setViewportSize({ width: 1024, height: 768 });
  await otter.page.screenshot({ path: join(FOLDER, 'menu-1024x768.png') });
  await otter.page.keyboard.press('Escape');
  await stack.killAgent();
  await otter.expectState('camera_offline');
  await look(otter.page, 'offline', [
    [1440, 900],
    [900, 600],
    [390, 844],
  ]);
});
