import { inspect } from './inspect.ts';
import { OwnerPage } from './owner-page.ts';
import { eventually } from './processes.ts';
import type { Stack } from './stack.ts';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

async function recordedMs(stack: Stack): Promise<number> {
  const { spans } = (await stack.call('GET', '/cameras/front/recording')) as {
    spans: { from: number; to: number }[];
  };
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}

test('a viewer whose link allows it goes back while live goes on, and comes back to live at once', async ({
  ownStack: stack,
  person,
}) => {
  await stack.call('PATCH', '/cameras/front', { record: 'always' });
  const key = await stack.link({ can: 'watch', rewind_ms: 3_600_000 });
  const watch = await WatchPage.open(await person(), stack.url('', key));
  await watch.expectState('live');
  const { page } = watch;
  await expect(page.locator('.fl-recording')).toBeVisible();
  const rewind = page.locator('fanlight-rewind');
  await eventually('something is recorded', async () => (await recordedMs(stack)) > 14_000, 60);

  await page.getByRole('button', { name: '−10 s' }).click();
  await expect(rewind).toHaveAttribute('data-rewind', 'playing', { timeout: 20_000 });
  const video = page.locator('video.fl-rewind-video');
  const shown = () => video.evaluate((element) => (element as HTMLVideoElement).currentTime);
  const first = await shown();
  await eventually('it plays', async () => (await shown()) > first + 1);
  expect(await watch.frames()).toBeGreaterThan(0);
  const before = await watch.frames();
  await eventually('live goes on underneath', async () => (await watch.frames()) > before);

  await page.getByRole('slider', { name: 'Time in the recording' }).press('Home');
  await expect(rewind).toHaveAttribute('data-rewind', 'playing');
  await page.getByLabel('Speed').selectOption('4');
  expect(await video.evaluate((element) => (element as HTMLVideoElement).playbackRate)).toBe(4);

  await page.keyboard.press('Escape');
  await page.locator('.fl-frame').focus();
  await page.keyboard.press('l');
  await expect(video).toHaveCount(0);
  await expect(rewind).toHaveAttribute('data-rewind', 'live');

  const other = await WatchPage.open(await person(), stack.url());
  await expect(other.page.locator('.fl-recording')).toBeVisible();
  await expect(other.page.getByRole('button', { name: '−10 s' })).toHaveCount(0);
});

test('the owner cuts a clip, shares it by a link, and deletes it after a question', async ({
  ownStack: stack,
  person,
}) => {
  await stack.call('PATCH', '/cameras/front', { record: 'always' });
  const context = await person();
  await OwnerPage.setUp(context, stack.page(''), stack.ownerSecret, 'correct horse battery');
  const { page } = await WatchPage.open(context, stack.page('/w/front'));
  await page.getByRole('button', { name: 'Clips' }).click();
  const clips = page.getByRole('group', { name: 'Clips' });
  await page.getByRole('button', { name: 'Begin here' }).click();
  await eventually('enough is recorded', () => recordedMs(stack).then((ms) => ms > 6_000), 60);
  await page.getByRole('button', { name: 'End here' }).click();
  await page.getByLabel('Name of the clip').fill('Fox');
  await page.getByRole('button', { name: 'Keep clip' }).click();
  await expect(clips).toContainText('The clip is kept.');
  await inspect(page, 'clips');

  await page.getByRole('button', { name: 'Share Fox' }).click();
  const { pathname, search } = new URL(await page.getByLabel('Link to the clip').inputValue());
  // The tests reach the relay by its port without TLS.
  const link = stack.page(pathname + search);
  const friend = await (await person()).newPage();
  const clip = await friend.request.get(link);
  expect(clip.status()).toBe(200);

  await clips.getByRole('button', { name: 'Delete' }).click();
  await expect(clips).toContainText('Delete the clip “Fox”?');
  await clips.getByRole('button', { name: 'Delete' }).click();
  await expect(clips).toContainText('The clip was deleted.');
  await expect(clips.getByRole('listitem')).toHaveCount(0);
  expect((await friend.request.get(link)).status()).toBe(404);
});
