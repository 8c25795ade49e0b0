import { eventually } from './processes.ts';
import { expect, test } from './stack-test.ts';
import { watchStrip } from './strip.ts';
import { WatchPage } from './watch-page.ts';

for (const mode of ['webcodecs', 'mse'] as const) {
  test(`${mode}: a viewer who chooses Low gets the low rendition from the camera, and with High the main one`, async ({
    stack,
    context,
  }) => {
    const watch = await WatchPage.open(context, stack.url(`?mode=${mode}`));
    await watch.expectState('live');
    const choose = async (name: string, size: readonly [number, number]) => {
      const begin = performance.now();
      await watch.page.getByRole('button', { name: 'Settings', exact: true }).click();
      await watch.page.getByRole('menuitemradio', { name }).click();
      await eventually(`video of ${size}`, async () => `${await watch.size()}` === `${size}`);
      console.log(`${mode}: ${name} after ${(performance.now() - begin).toFixed(0)} ms`);
    };
    const main = await watch.size();
    await choose('Low', [320, 180]);
    const seen = await watchStrip(watch.page, 5);
    const numbers = seen.map((sighting) => sighting.number);
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    await watch.expectState('live');
    await choose('High', main);
    await watch.expectState('live');
  });
}

for (const mode of ['webcodecs', 'mse'] as const) {
  test(`${mode}: a paused page receives no video and counts as no viewer, and resumes at the key frame that the relay keeps`, async ({
    stack,
    person,
  }) => {
    const paused = await WatchPage.open(await person(), stack.url(`?mode=${mode}`));
    const other = await WatchPage.open(await person(), stack.url());
    const viewers = other.page.locator('.fl-viewers');
    await paused.expectState('live');
    await other.expectState('live');
    await expect(viewers).toContainText('2 watching');

    await paused.page.getByRole('button', { name: 'Pause' }).click();
    await expect(viewers).toContainText('1 watching');
    // What was on its way when the relay stopped has arrived by then.
    await other.moreFrames(5);
    const frames = await paused.frames();
    await other.moreFrames(20);
    expect(await paused.frames()).toBe(frames);

    await paused.page.getByRole('button', { name: 'Resume' }).click();
    await paused.moreFrames(20);
    await paused.expectState('live');
    await expect(viewers).toContainText('2 watching');
    expect(await paused.statistic('Decoder errors')).toBe('0');
    expect(await paused.statistic('Reconnects')).toBe('0');
  });
}
