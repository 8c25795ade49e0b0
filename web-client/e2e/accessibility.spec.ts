import { EVERY_LOOK, inspect } from './inspect.ts';
import { test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

/** With sound, so that its controls are looked at, too. */
test.use({ agentSettings: ['camera.audio=auto'] });

test('the live page, a lost camera and a wrong link have no accessibility fault, dark and light', async ({
  ownStack: stack,
  person,
}) => {
  const context = await person();
  const watch = await WatchPage.open(context, stack.url());
  const wrong = await WatchPage.open(context, stack.url('', 'a'.repeat(26)));
  await watch.expectState('live');
  await wrong.expectState('wrong_link');
  await watch.say('a line with https://example.org/a/link in it');

  await inspect(watch.page, 'live', EVERY_LOOK);
  await inspect(wrong.page, 'wrong link', EVERY_LOOK);
  await stack.killAgent();
  await watch.expectState('camera_offline');
  await inspect(watch.page, 'camera offline', EVERY_LOOK);
});
