import { eventually } from './processes.ts';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

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
  const recordedMs = async () => {
    const { spans } = (await stack.call('GET', '/cameras/front/recording')) as {
      spans: { from: number; to: number }[];
    };
    return spans.reduce((sum, span) => sum + span.to - span.from, 0);
  };
  await eventually('something is recorded', async () => (await recordedMs()) > 14_000, 60);

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
