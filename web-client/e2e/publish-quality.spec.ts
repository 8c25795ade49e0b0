import { fakeCamera } from './fake-camera.ts';
import { eventually } from './processes.ts';
import { addCamera, PublishPage, publishKey } from './publish-page.ts';
import { test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

test.use({ launchOptions: fakeCamera() });

for (const mode of ['webcodecs', 'mse'] as const) {
  test(`${mode}: a viewer of a browser who chooses Low gets the low rendition, and with High the main one`, async ({
    bareStack: stack,
    person,
  }) => {
    const link = await addCamera(stack, 'phone');
    const { key } = await publishKey(stack, 'phone');
    await PublishPage.live(await person(), stack.pagePort, key);
    const watch = await WatchPage.open(await person(), `${stack.page(`/w/phone?mode=${mode}`)}#${link}`);
    await watch.expectState('live');
    const choose = async (name: string, size: readonly [number, number]) => {
      await watch.page.getByRole('button', { name: 'Settings', exact: true }).click();
      await watch.page.getByRole('menuitemradio', { name }).click();
      await eventually(`video of ${size}`, async () => `${await watch.size()}` === `${size}`);
      await watch.moreFrames(5);
    };
    await choose('Low', [320, 180]);
    await choose('High', [640, 360]);
    await watch.expectState('live');
  });
}
