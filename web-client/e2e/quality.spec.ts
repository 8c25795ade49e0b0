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
      await watch.page.getByRole('button', { name: 'Video settings' }).click();
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
