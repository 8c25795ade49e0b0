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
