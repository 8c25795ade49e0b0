import { join } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { OwnerPage } from './owner-page.ts';
import { eventually, FOOTAGE } from './processes.ts';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

const IMAGES = join(import.meta.dirname, '../../docs/images');
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

/** One English time format and time zone, so that the images are alike wherever they are taken. */
test.use({ locale: 'en-GB', timezoneId: 'Europe/London' });

function shoot(page: Page, name: string): Promise<Buffer> {
  return page.screenshot({ path: join(IMAGES, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

/** Sends `text` and waits until the author's page has its line. */
async function say(author: WatchPage, text: string): Promise<void> {
  const before = (await author.lines()).length;
  await author.say(text);
  await eventually(`the line ${text}`, async () => (await author.lines()).length > before);
}

/** Takes a chat name; the name shows when the relay has accepted it. */
async function rename(page: WatchPage, name: string): Promise<void> {
  await page.say(`/nick ${name}`);
  await expect(page.page.locator('.chat-my-name')).toHaveText(name);
}

test.describe(() => {
  test.use({ source: `file:${FOOTAGE.person}` });

  test('the watch page, dark on a desktop and light on a phone', async ({ ownStack: stack, browser }) => {
    const dark = await browser.newContext({ ...DESKTOP, colorScheme: 'dark' });
    const light = await browser.newContext({ ...PHONE, colorScheme: 'light' });
    const desktop = await WatchPage.open(dark, stack.url());
    const phone = await WatchPage.open(light, stack.url());
    await desktop.expectState('live');
    await phone.expectState('live');
    await say(desktop, 'Is the table still free?');
    await say(phone, 'Not for long, look.');
    await say(desktop, 'Nice coat!');
    await say(phone, 'Book the next one here: https://example.org/room-2');
    await eventually('all lines', async () => (await desktop.lines()).length === 4);
    await desktop.moreFrames(10);
    await shoot(desktop.page, 'watch-desktop-dark');
    await phone.moreFrames(10);
    await shoot(phone.page, 'watch-phone-light');
    await dark.close();
    await light.close();
  });
});

test.describe(() => {
  test.use({ source: `file:${FOOTAGE.cars}` });

  test('the owner’s links and a moderated chat', async ({ ownStack: stack, browser, person }) => {
    const office = await browser.newContext({ ...DESKTOP, colorScheme: 'dark' });
    const owner = await OwnerPage.setUp(office, stack.page(''), stack.ownerSecret, 'correct horse battery');
    const link = await owner.makeLink({ can: 'moderate', label: 'Ada, moderator' });
    await owner.makeLink({
      can: 'watch',
      label: 'the neighbours',
      password: 'open sesame',
      maxViewers: 5,
    });
    const patrol = await browser.newContext({ ...DESKTOP, colorScheme: 'light' });
    const ada = await WatchPage.open(patrol, link);
    const bob = await WatchPage.open(await person(), stack.url());
    const eve = await WatchPage.open(await person(), stack.url());
    for (const [page, name] of [
      [ada, 'Ada'],
      [bob, 'Bob'],
      [eve, 'Eve'],
    ] as const) {
      await page.expectState('live');
      await rename(page, name);
    }
    await say(ada, 'Welcome. Please keep to the car park.');
    await say(bob, 'The white van is in my place again: https://example.org/parking');
    await say(eve, 'Buy my watches!');
    await say(eve, 'Buy two watches!');
    await say(bob, 'Oh look, it leaves.');
    const menuOf = (text: string) =>
      ada.page.locator('.chat-line', { hasText: text }).locator('.chat-act .fl-menu-button').first();
    await menuOf('two watches').click({ force: true });
    await ada.page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(ada.page.locator('.chat-removed')).toBeVisible();
    await ada.say('/slow 10');
    await expect(ada.page.locator('.chat-mode')).toContainText('Slow mode');
    await ada.moreFrames(10);
    await menuOf('Buy my watches').click({ force: true });
    await expect(ada.page.getByRole('menuitem', { name: 'Ban', exact: true })).toBeVisible();
    await shoot(ada.page, 'moderation-desktop-light');
    await owner.go('links');
    await expect(owner.row('Ada, moderator')).toContainText('1 watching');
    await shoot(owner.page, 'owner-links-desktop-dark');
    await office.close();
    await patrol.close();
  });
});
