import { OwnerPage } from './owner-page.ts';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

const PASSWORD = 'correct horse battery';

test('an owner sets up, adds a camera, shares it, sees who watches and revokes the link', async ({
  bareStack: stack,
  person,
}) => {
  const context = await person();
  const owner = await OwnerPage.setUp(context, stack.page(''), stack.ownerSecret, PASSWORD);
  expect(owner.page.url()).not.toContain(stack.ownerSecret);
  await stack.join(await owner.addCamera('front'));

  const link = await owner.makeLink({ label: 'the neighbours' });
  const watch = await WatchPage.open(await person(), link);
  await watch.expectState('live');
  expect(watch.page.url()).toBe(stack.page('/w/front'));
  expect(await watch.page.evaluate(() => document.cookie)).toBe('');
  await watch.moreFrames(10);

  await watch.page.reload();
  await watch.expectState('live');
  await owner.go('people');
  await expect(owner.page.getByText('Link “the neighbours”')).toBeVisible();

  const stranger = await WatchPage.open(await person(), stack.page('/w/front'));
  await stranger.expectState('wrong_link');
  await expect(stranger.page.locator('.fl-request')).toHaveText(/^Request [a-z2-7]{8}$/);

  await owner.revoke('the neighbours');
  await watch.expectState('link_ended');
  await expect(watch.page.locator('.fl-notice')).toContainText('This link has expired or was revoked');
  const again = await WatchPage.open(await person(), link);
  await again.expectState('wrong_link');

  await owner.go('settings');
  await owner.page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await owner.expectVisitor('signed_out');
  await owner.page.getByLabel('Owner password').fill(PASSWORD);
  await owner.page.getByRole('button', { name: 'Sign in' }).click();
  await owner.expectVisitor('owner');

  const used = await context.newPage();
  await used.goto(stack.page(`/admin#${stack.ownerSecret}`));
  await used.getByLabel('New password, at least 12 characters').fill(PASSWORD);
  await used.getByRole('button', { name: 'Set password' }).click();
  await expect(used.locator('.fl-error')).toContainText('already used');
});

test('an owner finds where other players and encoders connect, and makes a key for an encoder', async ({
  ownStack: stack,
  person,
}) => {
  const owner = await OwnerPage.setUp(await person(), stack.page(''), stack.ownerSecret, PASSWORD);
  const { page } = owner;
  await owner.go('links');
  await page.getByText('Addresses of front').click();
  await expect(page.getByLabel('Watch in other players: HTTP-FLV')).toHaveValue(
    /\/live\/front\.flv\?key=KEY$/,
  );
  await page.getByLabel('Purpose of a new publish key').fill('camera in the yard');
  await page.getByRole('button', { name: 'Create publish key' }).click();
  const key = await page.getByLabel('The new publish key').inputValue();
  expect(await page.getByLabel('Publish with the new key: RTMP').inputValue()).toMatch(
    new RegExp(`^rtmp://[^/]+:[0-9]+/live/${key}$`),
  );
  const row = owner.row('camera in the yard');
  await row.getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Do it now' }).click();
  await expect(page.getByText('Publish key revoked.')).toBeVisible();
  await expect(row).toHaveCount(0);

  await page.getByRole('button', { name: 'Create link' }).click();
  const link = await page.getByLabel('Address of the new link').first().inputValue();
  await page.locator('summary', { hasText: 'In other players' }).click();
  const player = new URL(await page.getByLabel('In other players: HTTP-FLV', { exact: true }).inputValue());
  expect(player.searchParams.get('key')).toBe(new URL(link).hash.slice(1));
});

test('a link with a password, a full link, a paused and a public camera', async ({
  ownStack: stack,
  person,
}) => {
  const context = await person();
  const owner = await OwnerPage.setUp(context, stack.page(''), stack.ownerSecret, PASSWORD);

  const secret = await owner.makeLink({
    can: 'watch',
    label: 'with a word',
    password: 'open sesame',
    maxViewers: 1,
  });
  const watch = await WatchPage.open(await person(), secret);
  await watch.expectState('password');
  await watch.page.fill('#link-password', 'open barley');
  await watch.page.keyboard.press('Enter');
  await expect(watch.page.locator('.fl-error')).toHaveText('Wrong password. Try again.');
  // The relay takes one password a second from an address, and there is nothing on the page by which to know when.
  await watch.page.waitForTimeout(1100);
  await watch.page.fill('#link-password', 'open sesame');
  await watch.page.keyboard.press('Enter');
  await watch.expectState('live');
  await expect(watch.page.getByText('Chat is read-only with this link.')).toBeVisible();

  const second = await WatchPage.open(await person(), secret);
  await second.page.fill('#link-password', 'open sesame');
  await second.page.keyboard.press('Enter');
  await second.expectState('link_full');
  await watch.page.close();
  await second.expectState('live');

  await owner.choose('front', 'Pause');
  await second.expectState('paused_by_owner');
  await owner.page.getByRole('button', { name: 'Resume' }).click();
  await second.expectState('live');

  await owner.choose('front', 'Camera settings');
  await owner.page.getByLabel('Title').fill('Front <b>yard</b>');
  await owner.page.getByRole('radio', { name: 'Everyone' }).check();
  await owner.page.getByRole('button', { name: 'Save' }).click();
  const visitor = await (await person()).newPage();
  await visitor.goto(stack.page('/'));
  await visitor.getByRole('link', { name: 'Front <b>yard</b>' }).click();
  await expect(visitor.locator('fanlight-watch')).toHaveAttribute('data-state', 'live');
});
