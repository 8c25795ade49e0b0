import { EVERY_LOOK, inspect } from './inspect.ts';
import { OnvifHead } from './onvif-head.ts';
import { eventually } from './processes.ts';
import { Stack } from './stack.ts';
import { test as base, expect } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

interface Moving {
  readonly head: OnvifHead;
  readonly moving: Stack;
}

/** An agent that shows the test pattern and moves the head of an ONVIF camera. */
const test = base.extend<Moving>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed.
  head: async ({}, use) => {
    const head = await OnvifHead.start();
    await use(head);
    await head.stop();
  },
  moving: async ({ head }, use, testInfo) => {
    const stack = await Stack.start('test', [`camera.ptz=${head.address}`]);
    await use(stack);
    await stack.close(testInfo.status === testInfo.expectedStatus ? undefined : testInfo.outputDir);
  },
});

const PAD = 'Move the camera';

test('a viewer whose link allows it moves the camera while a button or key is held', async ({
  head,
  moving: stack,
  context,
}) => {
  const { page, expectState } = await opened(stack, context, true);
  await expectState('live');
  await page.getByRole('button', { name: PAD }).click();
  const pad = page.getByRole('group', { name: PAD });

  await pad.getByRole('button', { name: 'Pan left' }).hover();
  await page.mouse.down();
  await eventually('the movement goes on', () => head.moves.length >= 2);
  await page.mouse.up();
  await eventually('the stop', () => head.moves.at(-1) === 'stop');
  expect(new Set(head.moves)).toEqual(new Set(['move -0.5 0.0', 'stop']));

  head.moves.length = 0;
  await pad.getByRole('button', { name: 'Tilt up' }).focus();
  await page.keyboard.down('Enter');
  await eventually('a movement', () => head.moves.length >= 1);
  await page.keyboard.up('Enter');
  await eventually('the stop', () => head.moves.at(-1) === 'stop');
  expect(head.moves[0]).toBe('move 0.0 0.5');

  head.moves.length = 0;
  await page.locator('.fl-frame').focus();
  await page.keyboard.down('Shift');
  await page.keyboard.down('ArrowRight');
  await eventually('a movement', () => head.moves.length >= 1);
  await page.keyboard.up('Shift');
  await eventually('the stop', () => head.moves.at(-1) === 'stop');
  expect(head.moves[0]).toBe('move 0.5 0.0');
  await page.keyboard.up('ArrowRight');

  await pad.getByRole('button', { name: 'Presets' }).click();
  await page.getByRole('menuitem', { name: 'Yard' }).click();
  await eventually('the preset', () => head.moves.at(-1) === 'goto 2');
  await expect(page.getByRole('link', { name: 'Skip to chat' })).toHaveCount(0);
  await inspect(page, 'moving', EVERY_LOOK);

  await head.stop();
  await pad.getByRole('button', { name: 'Pan left' }).click();
  await expect(page.getByText('The camera does not answer.')).toBeVisible();
  await expect(pad).toBeHidden();
});

test('a head stops by itself when its viewer is cut off, and no other viewer has a pad', async ({
  head,
  moving: stack,
  person,
}) => {
  const { page, expectState } = await opened(stack, await person(), true);
  await expectState('live');
  await page.getByRole('button', { name: PAD }).click();
  await page.getByRole('button', { name: 'Zoom in' }).hover();
  await page.mouse.down();
  await eventually('a movement', () => head.moves.includes('move 0.5 - zoom'));
  await page.close();
  await eventually('the stop', () => head.moves.at(-1) === 'stop');

  const other = await opened(stack, await person(), false);
  await other.expectState('live');
  await expect(other.page.getByRole('button', { name: 'Snapshot' })).toBeVisible();
  await expect(other.page.getByRole('button', { name: PAD })).toHaveCount(0);
});

async function opened(stack: Stack, context: Parameters<typeof WatchPage.open>[0], ptz: boolean) {
  const watch = await WatchPage.open(context, stack.url('', await stack.link({ can: 'watch', ptz })));
  return { page: watch.page, expectState: (state: string) => watch.expectState(state) };
}
