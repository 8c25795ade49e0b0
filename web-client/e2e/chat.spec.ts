import { eventually } from './processes.ts';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

test('two browsers that chat see one order', async ({ stack, person }) => {
  const ada = await WatchPage.open(await person(), stack.url());
  const bob = await WatchPage.open(await person(), stack.url());
  await ada.expectState('live');
  await bob.expectState('live');
  const before = (await ada.lines()).length;
  for (let i = 0; i < 3; i++) {
    await Promise.all([ada.say(`ada says ${i}`), bob.say(`bob says ${i}`)]);
    await eventually(
      'both lines are everywhere',
      async () =>
        (await ada.lines()).length === before + 2 * i + 2 &&
        (await bob.lines()).length === before + 2 * i + 2,
    );
  }
  const lines = await ada.lines();
  expect(await bob.lines()).toEqual(lines);
  expect(new Set(lines).size).toBe(before + 6);

  const late = await WatchPage.open(await person(), stack.url());
  await eventually('a latecomer has the history', async () => (await late.lines()).length === before + 6);
  expect(await late.lines()).toEqual(lines);
});

test('a line that looks like markup stays a line', async ({ stack, context }) => {
  const watch = await WatchPage.open(context, stack.url());
  await watch.expectState('live');
  const text = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  watch.page.on('dialog', () => expect('a dialog').toBe('never'));
  await watch.say(text);
  await eventually('the line is there', async () => (await watch.lines()).at(-1)?.includes(text) === true);
  expect(await watch.page.locator('.chat-line img, .chat-line script').count()).toBe(0);
});

test('an answer shows what it answers, and a reaction is counted for all', async ({
  ownStack: stack,
  person,
}) => {
  const ada = await WatchPage.open(await person(), stack.url());
  const bob = await WatchPage.open(await person(), stack.url());
  await ada.expectState('live');
  await bob.expectState('live');
  await ada.say('is that an egg?');
  const question = bob.page.locator('.chat-line', { hasText: 'is that an egg?' }).first();
  await question.hover();
  await question.locator('.chat-reply').click();
  await expect(bob.page.locator('.chat-form .chat-answered')).toContainText('is that an egg?');
  await bob.say('the second one');
  await expect(bob.page.locator('.chat-form .chat-answered')).toHaveCount(0);
  const answer = ada.page.locator('.chat-line', { hasText: 'the second one' });
  await expect(answer.locator('.chat-answered')).toContainText('is that an egg?');
  await expect(answer, 'it answers ada').toHaveClass(/chat-line-to-me/);

  await question.hover();
  await question.locator('.chat-react').click();
  await question.getByRole('button', { name: 'Love: 0' }).click();
  const loved = ada.page.getByRole('button', { name: 'Love: 1' });
  await expect(loved).toHaveAttribute('aria-pressed', 'false');
  await loved.click();
  await expect(bob.page.getByRole('button', { name: 'Love: 2' })).toHaveAttribute('aria-pressed', 'true');
  await bob.page.reload();
  await bob.page.getByRole('button', { name: 'Love: 2' }).click();
  await expect(ada.page.getByRole('button', { name: 'Love: 1' })).toHaveAttribute('aria-pressed', 'true');
});
