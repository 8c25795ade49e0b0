import type { BrowserContext, FrameLocator, Page } from '@playwright/test';
import { fakeCamera } from './fake-camera.ts';
import { EVERY_LOOK, inspect } from './inspect.ts';
import { eventually } from './processes.ts';
import { addCamera, publishKey } from './publish-page.ts';
import type { Stack } from './stack.ts';
import { expect, test } from './stack-test.ts';

test.use({ launchOptions: fakeCamera() });

/** One of the two sites of a portal. */
class Site {
  private constructor(
    readonly page: Page,
    readonly other: FrameLocator,
  ) {}

  static async open(context: BrowserContext, url: string): Promise<Site> {
    await context.grantPermissions(['camera', 'microphone']);
    const page = await context.newPage();
    await page.goto(url);
    return new Site(page, page.frameLocator('iframe'));
  }

  async expectSelf(state: string): Promise<void> {
    await expect(this.page.locator('fanlight-portal')).toHaveAttribute('data-state', state);
  }

  async expectOther(state: string): Promise<void> {
    await expect(this.other.locator('fanlight-watch')).toHaveAttribute('data-state', state);
  }

  async hearsTheOther(): Promise<void> {
    await eventually('sound is on', () =>
      this.other
        .getByRole('button', { name: 'Mute', exact: true })
        .count()
        .then((n) => n === 1),
    );
  }

  join(): Promise<void> {
    return this.page.getByRole('button', { name: 'Join', exact: true }).click();
  }
}

async function portal(stack: Stack): Promise<readonly [string, string]> {
  const links = { kitchen: await addCamera(stack, 'kitchen'), office: await addCamera(stack, 'office') };
  const kitchen = await publishKey(stack, 'kitchen');
  const office = await publishKey(stack, 'office');
  return [
    `${stack.page('/portal')}#${kitchen.key}.office.${links.office}`,
    `${stack.page('/portal')}?auto#${office.key}.kitchen.${links.kitchen}`,
  ];
}

test('two sites see and hear each other, and again by themselves when the relay was restarted', async ({
  bareStack: stack,
  person,
}) => {
  const [first, second] = await portal(stack);
  const kitchen = await Site.open(await person(), first);
  await kitchen.expectSelf('ready');
  await kitchen.expectOther('camera_offline');
  expect(kitchen.page.url()).not.toContain('.office.');
  await inspect(kitchen.page, 'portal-ready', EVERY_LOOK);
  await kitchen.join();
  const office = await Site.open(await person(), second);

  for (const site of [kitchen, office]) {
    await site.expectSelf('live');
    await site.expectOther('live');
    await site.hearsTheOther();
  }
  await stack.killRelay();
  await kitchen.expectSelf('lost');
  await stack.startRelay();
  for (const site of [kitchen, office]) {
    await site.expectSelf('live');
    await site.expectOther('live');
    await site.hearsTheOther();
  }
  await kitchen.page.getByRole('button', { name: 'Leave', exact: true }).click();
  await kitchen.expectSelf('ready');
  await office.expectOther('camera_offline');
});
