import { PlainTab } from './plain-tab.ts';
import { eventually } from './processes.ts';
import type { Stack } from './stack.ts';
import { expect, test } from './stack-test.ts';

const ENGINES = ['webcodecs', 'mse'] as const;
/** The page may be hidden for 5 s before it stops; the rest is for the way to the relay. */
const STOPPED_WITHIN_S = 10;

test.use({ agentSettings: ['camera.linger=1s'] });

for (const mode of ENGINES) {
  test(`${mode}: a hidden page takes no media, is no viewer and lets the camera sleep, and is live again when it is shown`, async ({
    ownStack,
    browser,
  }) => {
    const tab = await PlainTab.open(browser, ownStack.url(`?mode=${mode}`));
    await live(tab);
    expect(await viewers(ownStack)).toBe(1);

    await tab.hide();
    await eventually('no viewer', async () => (await viewers(ownStack)) === 0, STOPPED_WITHIN_S);
    await eventually('the camera sleeps', async () => (await ownStack.cameraState()) === 'asleep');
    const before = Number(await tab.mark('frames'));
    const sentBefore = await ownStack.framesSent();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(await ownStack.framesSent()).toBe(sentBefore);

    const shownAt = performance.now();
    await tab.show();
    await eventually('a frame', async () => Number(await tab.mark('frames')) > before);
    console.log(
      `${mode}: first frame ${Math.round(performance.now() - shownAt)} ms after the page was shown, from asleep`,
    );
    await live(tab);
    expect(await viewers(ownStack)).toBe(1);
    await tab.close();
  });
}

test('a page that is hidden for a moment goes on, and so does one with its picture-in-picture window open', async ({
  ownStack,
  browser,
}) => {
  const tab = await PlainTab.open(browser, ownStack.url('?mode=mse'));
  await live(tab);
  await tab.hide();
  await tab.show();
  await live(tab);

  await tab.evaluate('document.querySelector("video").requestPictureInPicture().then(() => true)');
  await tab.hide();
  await new Promise((resolve) => setTimeout(resolve, STOPPED_WITHIN_S * 1000));
  expect(await viewers(ownStack)).toBe(1);
  const before = await ownStack.framesSent();
  await eventually('more frames are sent', async () => (await ownStack.framesSent()) > before);

  await tab.evaluate('document.exitPictureInPicture().then(() => true)');
  await eventually('no viewer', async () => (await viewers(ownStack)) === 0, STOPPED_WITHIN_S);
  await tab.show();
  await live(tab);
  await tab.close();
});

async function live(tab: PlainTab): Promise<void> {
  await eventually('live', async () => (await tab.mark('state')) === 'live');
}

async function viewers(stack: Stack): Promise<number> {
  const answer = await fetch(stack.page('/healthz'));
  return ((await answer.json()) as { viewers: number }).viewers;
}
