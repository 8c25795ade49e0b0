import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

const SCREENS = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
  { name: 'narrowest', width: 320, height: 568 },
] as const;

test('the live page, a lost camera and a wrong link have no accessibility fault, dark and light', async ({
  stack,
  browser,
}) => {
  const context = await browser.newContext();
  const watch = await WatchPage.open(context, stack.url());
  const wrong = await WatchPage.open(context, stack.url('', 'a'.repeat(26)));
  await watch.expectState('live');
  await wrong.expectState('wrong_link');
  await watch.say('a line with https://example.org/a/link in it');

  const inspect = async (page: WatchPage, what: string) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.page.emulateMedia({ colorScheme });
      for (const screen of SCREENS) {
        await page.page.setViewportSize(screen);
        const { violations } = await new AxeBuilder({ page: page.page }).analyze();
        expect(
          violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`),
          `${what}, ${colorScheme}, ${screen.name}`,
        ).toEqual([]);
        const overflow = await page.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${what}, ${screen.name}: wider than the screen`).toBeLessThanOrEqual(0);
      }
    }
  };
  await inspect(watch, 'live');
  await inspect(wrong, 'wrong link');
  await stack.killAgent();
  await watch.expectState('camera_offline', 3);
  await inspect(watch, 'camera offline');
});
