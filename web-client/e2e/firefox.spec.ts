import { FirefoxBrowser, type FirefoxTab, hasFirefox } from './firefox-tab.ts';
import { eventually } from './processes.ts';
import { addCamera, publishKey } from './publish-page.ts';
import { test as base, expect } from './stack-test.ts';
import { WatchPage } from './watch-page.ts';

const test = base.extend<{ readonly firefox: FirefoxBrowser }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed.
  firefox: async ({}, use, testInfo) => {
    testInfo.skip(!hasFirefox, 'there is no Firefox');
    const firefox = await FirefoxBrowser.launch();
    await use(firefox);
    await firefox.close();
  },
});

async function live(firefox: FirefoxBrowser, url: string): Promise<FirefoxTab> {
  const tab = await firefox.open(url);
  await tab.expect('fanlight-watch[data-state=live]');
  return tab;
}

for (const [query, mode] of [
  ['', 'webcodecs'],
  ['?mode=mse', 'mse'],
] as const) {
  test(`Firefox plays live video: ${mode}`, async ({ stack, firefox }) => {
    const tab = await live(firefox, stack.url(query));
    await tab.expect(`fanlight-watch[data-mode=${mode}]`);
    await tab.moreFrames(30);
    console.log(`Firefox, ${mode}: ${await tab.data('fanlight-watch', 'latencyMs')} ms old`);
  });
}

test('people chat from Firefox and from Chromium', async ({ ownStack: stack, firefox, person }) => {
  const tab = await live(firefox, stack.url());
  const watch = await WatchPage.open(await person(), stack.url());
  await watch.say('from Chromium');
  await tab.fill('#chat-input', 'from Firefox');
  await tab.focus('#chat-input');
  await tab.key('Enter');
  const said = () => tab.texts('.chat-line[data-seq] .chat-text');
  await eventually('both are there', async () => (await said()).length === 2);
  expect((await said()).sort()).toEqual(['from Chromium', 'from Firefox']);
  await eventually('in Chromium too', async () => (await watch.lines()).length === 2);
});

test('a recording plays in Firefox: in the page, and as a file', async ({ ownStack: stack, firefox }) => {
  await stack.call('PATCH', '/cameras/front', { record: 'always' });
  const key = await stack.link({ can: 'watch', rewind_ms: 3_600_000 });
  const tab = await live(firefox, stack.url('', key));
  const spans = async () =>
    ((await stack.call('GET', '/cameras/front/recording')) as { spans: { from: number; to: number }[] })
      .spans;
  await eventually(
    'something is recorded',
    async () => (await spans()).reduce((sum, { from, to }) => sum + to - from, 0) > 12_000,
    60,
  );
  await tab.press('−10 s');
  await tab.expect('fanlight-rewind[data-rewind=playing]');
  const first = await tab.played('video.fl-rewind-video');
  await eventually('it plays', async () => (await tab.played('video.fl-rewind-video')) > first + 1);
  const from = (await spans())[0]?.from ?? 0;
  const seconds = await tab.playFile(`/c/front/recording.mp4?from=${from}&to=${from + 8000}`);
  expect(seconds).toBeGreaterThan(6);
  expect(seconds).toBeLessThan(12);
});

test('Firefox publishes', async ({ bareStack: stack, firefox, person }) => {
  const link = await addCamera(stack, 'phone');
  const { key } = await publishKey(stack, 'phone');
  const tab = await firefox.open(`http://localhost:${stack.pagePort}/publish#${key}`);
  await tab.expect('fanlight-publish[data-state=ready]');
  await tab.press('Start streaming');
  await tab.expect('fanlight-publish[data-state=standby]');
  const watch = await WatchPage.open(await person(), `${stack.page('/w/phone')}#${link}`);
  await watch.expectState('live');
  await watch.moreFrames(20);
  await tab.expect('fanlight-publish[data-state=live]');
});
