import { expect, test } from '@playwright/test';
import { ClipCamera } from './clip-camera.ts';
import { inspect } from './inspect.ts';
import { inventedAnswers } from './invented.ts';
import { PrefixProxy, type ProxyFaults } from './prefix-proxy.ts';
import { type Answers, PuppetRelay } from './puppet-relay.ts';

const KEY = 'abcdefghijklmnopqrstuvwxyz';
const NAMES = ['Front door', 'Back yard', 'Garage', 'Blackbird nest'];

/** A camera that good links open. */
const answers: Answers = (method, path) =>
  method === 'POST' && path === '/session'
    ? { status: 200, body: { camera: 'front', title: 'Front door', can: 'chat' } }
    : inventedAnswers(NAMES)(method, path);

async function behind(
  faults: ProxyFaults,
  run: (proxy: PrefixProxy, relay: PuppetRelay) => Promise<void>,
): Promise<void> {
  const relay = await PuppetRelay.start(answers);
  const cameras: ClipCamera[] = [];
  relay.onPlayer = (socket) => cameras.push(new ClipCamera(socket, { clip: 'before' }));
  const proxy = await PrefixProxy.start(relay.origin, faults);
  await run(proxy, relay);
  for (const camera of cameras) camera.stop();
  await proxy.close();
  await relay.close();
}

test('below a path prefix a link leads to live video, and all pages stay below it', async ({ page }) => {
  await behind({}, async (proxy) => {
    await page.goto(`${proxy.origin}/cam/w/front?mode=mse#${KEY}`);
    await expect(page.locator('fanlight-watch')).toHaveAttribute('data-state', 'live');
    expect(page.url()).toBe(`${proxy.origin}/cam/w/front?mode=mse`);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByLabel('Link', { exact: true })).toHaveValue(`${proxy.origin}/cam/w/front#${KEY}`);

    await page.goto(`${proxy.origin}/cam/w/front/`);
    await expect(page.locator('fanlight-watch')).toHaveAttribute('data-mode', 'webcodecs');
    await page.goto(`${proxy.origin}/cam/`);
    await page.getByRole('link', { name: 'Blackbird nest' }).click();
    await expect(page.locator('fanlight-watch')).toHaveAttribute('data-state', 'live');
    expect(page.url()).toBe(`${proxy.origin}/cam/w/front`);
    await page.goto(`${proxy.origin}/cam/admin`);
    await expect(page.getByRole('link', { name: 'Watch' }).first()).toHaveAttribute('href', '/cam/w/cam-0');
    const strays = proxy.asked.filter((path) => !path.startsWith('/cam/') && path !== '/favicon.ico');
    expect(strays).toEqual([]);
  });
});

test('a proxy that passes on no Upgrade is named, with the time of the next attempt, and a good link stays one', async ({
  page,
}) => {
  await behind({ withoutUpgrade: true }, async (proxy, relay) => {
    await page.goto(`${proxy.origin}/cam/w/front#${KEY}`);
    await expect(page.locator('fanlight-watch')).toHaveAttribute('data-state', 'blocked');
    await expect(page.locator('.fl-notice')).toContainText('may not let WebSocket connections through');
    await expect(page.locator('.fl-notice')).toContainText(/Trying again (in \d+ s\.|now…)/);
    await inspect(page, 'blocked');
    expect(relay.sockets).toEqual([]);
  });
});

test('a proxy that does not pass on the API is named, and the link is not called invalid', async ({
  page,
}) => {
  await behind({ only: ['/w/', '/assets/'] }, async (proxy) => {
    await page.goto(`${proxy.origin}/cam/w/front#${KEY}`);
    await expect(page.locator('.fl-notice')).toContainText('does not pass on its other addresses');
    await expect(page.locator('fanlight-watch')).toHaveAttribute('data-state', 'blocked');
  });
});
