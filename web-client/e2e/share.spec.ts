import { expect, test } from '@playwright/test';
import { inspect } from './inspect.ts';
import { welcome } from './invented.ts';
import type { PlayerSocket } from './player-socket.ts';
import { at } from './puppet-page.ts';
import type { Answers } from './puppet-relay.ts';

const KEY = 'a2'.repeat(13);

test('the share dialog shares the link of this page load, and no other', async ({ page }) => {
  const session = { camera: 'front', title: 'Front door', can: 'chat', expires_at: Date.now() + 3_600_000 };
  const answers: Answers = (method, path) =>
    method === 'POST' && path === '/session' ? { status: 200, body: session } : { status: 200, body: [] };
  const hear = (socket: PlayerSocket) => socket.say(welcome('Front door'));
  await at(
    page,
    `/w/front#${KEY}`,
    answers,
    async (relay) => {
      await page.getByRole('button', { name: 'Share' }).click();
      await expect(page.getByLabel('Link', { exact: true })).toHaveValue(`${relay.origin}/w/front#${KEY}`);
      await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
      await expect(page.locator('.fl-share')).toContainText('Anyone with this link can watch and chat.');
      await inspect(page, 'share dialog');
      expect(page.url()).toBe(`${relay.origin}/w/front`);
      await page.reload();
      await page.getByRole('button', { name: 'Share' }).click();
      await expect(page.locator('.fl-share')).toContainText('ask the owner');
      expect(await page.content()).not.toContain(KEY);
      await inspect(page, 'share dialog without a link');
    },
    hear,
  );
});

test('the share dialog of a public camera has the code for a page of another site', async ({ page }) => {
  const hear = (socket: PlayerSocket) => socket.say(welcome('Blackbird nest'));
  await at(
    page,
    '/w/front',
    () => ({ status: 200, body: [{ camera: 'front', title: 'Blackbird nest', state: 'live' }] }),
    async (relay) => {
      await page.getByRole('button', { name: 'Share' }).click();
      await page.getByText('For a page of yours').click();
      await expect(page.getByLabel('For a page of yours')).toHaveValue(
        new RegExp(`^<iframe src="${relay.origin}/embed/front" `),
      );
      await inspect(page, 'share dialog of a public camera');
    },
    hear,
  );
});
