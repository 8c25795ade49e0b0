import { eventually } from './processes.ts';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

test('a page shows that the agent has died, and continues by itself when it is back', async ({
  ownStack: stack,
  context,
}) => {
  const watch = await WatchPage.open(context, stack.url());
  await watch.expectState('live');
  await watch.mark();

  await stack.killAgent();
  await watch.expectState('camera_offline');

  stack.startAgent();
  await watch.expectState('live');
  await watch.moreFrames(10);
  await watch.expectNotReloaded();
});

for (const how of ['killed', 'stopped'] as const) {
  test(`a relay that is ${how} and restarted neither loses nor repeats an acknowledged line`, async ({
    ownStack: stack,
    person,
  }) => {
    const ada = await WatchPage.open(await person(), stack.url());
    const bob = await WatchPage.open(await person(), stack.url());
    await ada.expectState('live');
    await bob.expectState('live');
    await Promise.all([ada.mark(), bob.mark()]);
    await ada.say('before one');
    await bob.say('before two');
    await eventually(
      'both lines are stored',
      async () => (await ada.lines()).length === 2 && (await bob.lines()).length === 2,
    );
    const before = await ada.lines();

    await (how === 'killed' ? stack.killRelay() : stack.stopRelay());
    await ada.say('while it was away');
    await stack.startRelay();

    await ada.expectState('live');
    await bob.expectState('live');
    await eventually('the waiting line arrived', async () => (await bob.lines()).length === 3);
    await bob.say('after it came back');
    // A repeated line would come before this one.
    await eventually(
      'both have the last line',
      async () => (await ada.lines()).length >= 4 && (await bob.lines()).length >= 4,
    );
    const after = await bob.lines();
    expect(after.slice(0, 2)).toEqual(before);
    expect(after).toHaveLength(4);
    expect(after[2]).toContain('while it was away');
    expect(await ada.lines()).toEqual(after);
    await ada.expectNotReloaded();
    await bob.expectNotReloaded();
  });
}

test('a wrong key gives no video, no chat and no hint', async ({ stack, person }) => {
  const right = await WatchPage.open(await person(), stack.url());
  await right.expectState('live');
  const before = (await right.lines()).length;
  await right.say('only for those with the key');
  await eventually('the line is stored', async () => (await right.lines()).length === before + 1);

  const key = stack.url().split('#')[1] ?? '';
  const said = await right.hear('front', key);
  expect(said[0]).toContain('"welcome"');

  const answers: string[] = [];
  const wrongs = [
    { url: stack.url('', 'a'.repeat(26)), camera: 'front', key: 'a'.repeat(26) },
    { url: stack.url('', ''), camera: 'front', key: '' },
    { url: stack.url().replace('/w/front', '/w/unknown'), camera: 'unknown', key },
  ];
  for (const wrong of wrongs) {
    const page = await WatchPage.open(await person(), wrong.url);
    await page.expectState('wrong_link');
    const heard = await page.hear(wrong.camera, wrong.key);
    // The id of the request is another one each time, and says nothing else.
    answers.push(heard.join('\n').replace(/,"request":"[a-z0-9]{8}"/, ''));
    expect(await page.page.locator('.chat-line').count()).toBe(0);
    expect(await page.frames()).toBe(0);
  }
  expect(new Set(answers)).toEqual(new Set(['{"type":"goodbye","reason":"wrong_link"}\n4404 wrong_link']));
});
