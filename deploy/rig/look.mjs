// Opens a watch link in headless Chromium, waits until its picture has moved for a while, and takes a screenshot.
//   node look.mjs URL PICTURE.png
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../web-client/package.json', import.meta.url));
const { chromium } = require('@playwright/test');

const [url, file] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  const root = page.locator('fanlight-watch');
  const frames = async () => Number((await root.getAttribute('data-frames')) ?? 0);
  const end = performance.now() + 120_000;
  while ((await frames()) < 50) {
    if (performance.now() > end) throw new Error(`only ${await frames()} pictures in 120 s, state ${await root.getAttribute('data-state')}`);
    await page.waitForTimeout(200);
  }
  const before = await frames();
  await page.waitForTimeout(5000);
  const after = await frames();
  await page.screenshot({ path: file });
  console.log(`${(after - before) / 5} pictures a second, state ${await root.getAttribute('data-state')}`);
  if (after <= before) process.exitCode = 1;
} finally {
  await browser.close();
}
