import { OwnerPage } from './owner-page.ts';
import { eventually } from './processes.ts';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

test('a moderator removes, restores, times out and bans, and every page shows it', async ({
  ownStack: stack,
  person,
}) => {
  const context = await person();
  const owner = await OwnerPage.setUp(context, stack.page(''), stack.ownerSecret, 'correct horse battery');
  const link = await owner.makeLink({ can: 'moderate', label: 'Ada' });
  const ada = await WatchPage.open(await person(), link);
  const bob = await WatchPage.open(await person(), stack.url());
  const eve = await WatchPage.open(await person(), stack.url());
  for (const page of [ada, bob, eve]) {
    await page.expectState('live');
  }

  await ada.say('mind your manners');
  await eve.say('buy my things');
  await eventually('both lines are with bob', async () => (await bob.lines()).length === 2);
  await expect(bob.page.locator('.chat-badge')).toHaveText(['◆ Moderator']);
  await expect(bob.page.locator('.chat-act fanlight-menu')).toHaveCount(0);
  await expect(
    ada.page.locator('.chat-line', { hasText: 'buy' }).locator('.chat-act fanlight-menu'),
  ).toHaveCount(1);

  await ada.page.locator('.chat-list').focus();
  await ada.page.keyboard.press('ArrowUp');
  await ada.page.keyboard.press('Enter');
  await ada.page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
  await expect(bob.page.locator('.chat-removed')).toContainText('removed by a moderator');
  expect(await bob.page.content()).not.toContain('buy my things');
  await ada.page.getByRole('button', { name: 'Undo' }).click();
  await expect(bob.page.locator('.chat-removed')).toHaveCount(0);
  await eventually('the line is back', async () => (await bob.lines()).length === 2);

  await ada.say('/slow 5');
  await expect(bob.page.locator('.chat-mode')).toHaveText('Slow mode: one message every 5 s');
  await ada.say('/slow 0');
  await expect(bob.page.locator('.chat-mode')).toHaveCount(0);

  await ada.say('/pin Please do not name the street.');
  await expect(bob.page.getByRole('note')).toContainText('Please do not name the street.');
  await expect(bob.page.getByRole('button', { name: 'Unpin' })).toHaveCount(0);
  await ada.page.getByRole('button', { name: 'Unpin' }).click();
  await expect(bob.page.getByRole('note')).toHaveCount(0);

  const name = (await eve.page.locator('.chat-my-name').textContent()) ?? '';
  await ada.say(`/timeout ${name} 60`);
  await expect(eve.page.locator('.chat-refusal').first()).toContainText('You are timed out.');
  await eve.page.fill('#chat-input', 'but I have more');
  await expect(eve.page.getByRole('button', { name: 'Send' })).toBeDisabled();
  await eve.page.keyboard.press('Enter');
  await expect(eve.page.locator('#chat-input')).toHaveValue('but I have more');

  await ada.page.locator('.chat-act .fl-menu-button').last().click({ force: true });
  await ada.page.getByRole('menuitem', { name: 'Ban', exact: true }).click();
  await ada.page.getByRole('button', { name: 'Ban', exact: true }).click();
  await eve.expectState('banned');
  await eve.page.reload();
  await eve.expectState('banned');

  await owner.go('chat');
  await expect(owner.page.getByRole('region', { name: 'Banned' })).toContainText(name);
  await owner.page.getByRole('button', { name: 'Lift ban' }).click();
  await eventually(
    'the ban is lifted',
    async () => (await owner.page.getByRole('button', { name: 'Lift ban' }).count()) === 0,
  );
  await eve.page.reload();
  await eve.expectState('live');
});
