import { eventually } from './processes.ts';
import { expect, test } from './stack-test.ts';
import { watchStrip } from './strip.ts';
import { WatchPage } from './watch-page.ts';

for (const mode of ['webcodecs', 'mse'] as const) {
  test(`${mode}: who chooses the small picture gets it from the camera, and the full one again`, async ({
    stack,
    context,
  }) => {
    const watch = await WatchPage.open(context, stack.url(`?mode=${mode}`));
    await watch.expectState('live');
    const choose = async (name: string, size: readonly [number, number]) => {
      const begin = performance.now();
      await watch.page.getByRole('button', { name: 'Video settings' }).click();
      await watch.page.getByRole('menuitemradio', { name }).click();
      await eventually(`a picture of ${size}`, async () => `${await watch.size()}` === `${size}`);
      console.log(`${mode}: ${name} after ${(performance.now() - begin).toFixed(0)} ms`);
    };
    const full = await watch.size();
    await choose('Low', [320, 180]);
    const seen = await watchStrip(watch.page, 5);
    const numbers = seen.map((sighting) => sighting.number);
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    await watch.expectState('live');
    await choose('High', full);
    await watch.expectState('live');
  });
}
