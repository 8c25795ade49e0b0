import { eventually } from './processes.ts';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

test.use({ agentSettings: ['camera.audio=auto'] });

test('a page takes the media by WebRTC and by the socket again, with sound, and the chat stays', async ({
  ownStack: stack,
  person,
}) => {
  const watch = await WatchPage.open(await person(), stack.url('?transport=webrtc'));
  await watch.mark();
  const root = watch.page.locator('fanlight-watch');
  await expect(root).toHaveAttribute('data-mode', 'webrtc');
  await watch.expectState('live');
  await watch.moreFrames(40);
  const age = Number(await root.getAttribute('data-latency-ms'));
  console.log(`\nage by WebRTC: ${age.toFixed(0)} ms`);
  expect(age).toBeGreaterThan(0);
  expect(age).toBeLessThan(5000);
  expect(watch.page.url()).not.toContain('key');
  await watch.say('both ways');
  await eventually('the line is there', async () =>
    (await watch.lines()).some((line) => line.endsWith('both ways')),
  );

  await watch.page
    .getByRole('button', { name: /sound|mute/i })
    .first()
    .click();
  await eventually('the sound plays', () =>
    watch.page.evaluate(() => document.querySelector<HTMLVideoElement>('video#video')?.muted === false),
  );

  await stack.killRelay();
  await stack.startRelay();
  await watch.expectState('live');
  await expect(root).toHaveAttribute('data-mode', 'webrtc');
  await watch.moreFrames(20);
  await watch.expectNotReloaded();
});
