import { fakeCamera } from './fake-camera.ts';
import { EVERY_LOOK, inspect } from './inspect.ts';
import { NarrowLink } from './narrow-link.ts';
import { eventually } from './processes.ts';
import { addCamera, PublishPage, publishKey } from './publish-page.ts';
import type { Stack } from './stack.ts';
import { expect, test } from './stack-test.ts';
import { quantile, watchStrip } from './strip.ts';
import { useStripCamera } from './strip-camera.ts';
import { WatchPage } from './watch-page.ts';

test.use({ launchOptions: fakeCamera() });

const watchUrl = (stack: Stack, key: string) => `${stack.page('/w/phone')}#${key}`;

/** Turns the sound on, and waits until the beeps of Chromium’s microphone are heard. */
async function expectSound(watch: WatchPage): Promise<void> {
  await watch.page.getByRole('button', { name: 'Unmute', exact: true }).click();
  await eventually('it is on', async () => (await watch.statistic('Sound')) === 'opus, on');
  await eventually('it is heard', async () => /-\d+ dBFS/.test(await watch.statistic('Sound level')));
}

test('a browser publishes with sound while it is watched, and sends nothing before and after', async ({
  bareStack: stack,
  person,
}) => {
  const link = await addCamera(stack, 'phone');
  const { key } = await publishKey(stack, 'phone');
  const publish = await PublishPage.live(await person(), stack.pagePort, key);
  await publish.expectState('standby');
  expect(publish.page.url()).not.toContain(key);

  const watch = await WatchPage.open(await person(), watchUrl(stack, link));
  await watch.expectState('live');
  await watch.moreFrames(20);
  await publish.expectState('live');
  expect(await publish.text()).toContain('1 person is watching “phone”');
  await expectSound(watch);

  await watch.page.close();
  await publish.expectState('standby');
});

for (const query of ['', '?codec=vp9', '?codec=vp8', '?frames=element', '?codec=recorder']) {
  test(`from capture to drawn by ${query === '' ? 'H.264' : query}`, async ({ bareStack: stack, person }) => {
    const link = await addCamera(stack, 'phone');
    const { key } = await publishKey(stack, 'phone');
    const context = await person();
    await useStripCamera(context);
    await PublishPage.live(context, stack.pagePort, key, query);
    const watch = await WatchPage.open(await person(), watchUrl(stack, link));
    await watch.expectState('live');
    await watch.moreFrames(50);
    const seen = await watchStrip(watch.page, 6);
    const ages = seen.map(({ at, capture }) => at - capture);
    console.log(
      `published by a browser${query}: ${seen.length} frames in 6 s, drawn after p50 ${quantile(ages, 0.5).toFixed(0)} ms, p95 ${quantile(ages, 0.95).toFixed(0)} ms`,
    );
    expect(seen.length).toBeGreaterThan(0);
  });
}

for (const [without, query] of [
  ['Breakout Box', '?frames=element'],
  ['encoders of its own, recorded', '?codec=recorder'],
]) {
  test(`sound and video reach viewers without ${without}`, async ({ bareStack: stack, person }) => {
    const link = await addCamera(stack, 'phone');
    const { key } = await publishKey(stack, 'phone');
    const publish = await PublishPage.live(await person(), stack.pagePort, key, query);
    await publish.expectState('standby');
    const watch = await WatchPage.open(await person(), watchUrl(stack, link));
    await watch.expectState('live');
    await expectSound(watch);
    await watch.page.close();
    await publish.expectState('standby');
  });
}

test('a revoked key ends the stream on both pages', async ({ bareStack: stack, person }) => {
  const link = await addCamera(stack, 'phone');
  const { id, key } = await publishKey(stack, 'phone');
  const publish = await PublishPage.live(await person(), stack.pagePort, key);
  const watch = await WatchPage.open(await person(), watchUrl(stack, link));
  await watch.expectState('live');
  await stack.call('DELETE', `/cameras/phone/publish-keys/${id}`);
  await publish.expectState('key_refused');
  const camera = await publish.page.evaluate(() => {
    const preview = document.querySelector('video')?.srcObject as MediaStream | null;
    return preview?.getVideoTracks()[0]?.readyState;
  });
  expect(camera).toBe('ended');
  await watch.expectState('camera_offline');
});

test('another device takes over, and gives it back when asked', async ({ bareStack: stack, person }) => {
  const link = await addCamera(stack, 'phone');
  const { key } = await publishKey(stack, 'phone');
  const first = await PublishPage.live(await person(), stack.pagePort, key);
  const watch = await WatchPage.open(await person(), watchUrl(stack, link));
  await watch.expectState('live');
  const second = await PublishPage.live(await person(), stack.pagePort, key);
  await first.expectState('replaced');
  await second.expectState('live');
  await first.press('Stream from here again');
  await second.expectState('replaced');
  await first.expectState('live');
  await watch.moreFrames(10);
});

test('a page without permission says how to give it', async ({ bareStack: stack, person }) => {
  await addCamera(stack, 'phone');
  const { key } = await publishKey(stack, 'phone');
  const context = await person();
  await context.grantPermissions([]);
  const publish = await PublishPage.open(context, stack.pagePort, key);
  await publish.expectState('denied');
  await inspect(publish.page, 'publish: denied', EVERY_LOOK);
  await context.grantPermissions(['camera', 'microphone']);
  await publish.press('Try again');
  await publish.expectState('ready');
});

test('a camera that is unplugged while live comes back by itself', async ({ bareStack: stack, person }) => {
  const link = await addCamera(stack, 'phone');
  const { key } = await publishKey(stack, 'phone');
  const context = await person();
  await context.addInitScript(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    let plugged = true;
    let tracks: MediaStreamTrack[] = [];
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      if (!plugged) throw new DOMException('gone', 'NotFoundError');
      const stream = await real(wanted);
      tracks = stream.getVideoTracks();
      return stream;
    };
    addEventListener('test-plug', (event) => {
      plugged = (event as CustomEvent<boolean>).detail;
      for (const track of plugged ? [] : tracks) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    });
  });
  const publish = await PublishPage.live(context, stack.pagePort, key);
  const watch = await WatchPage.open(await person(), watchUrl(stack, link));
  await watch.expectState('live');
  const plug = (on: boolean) =>
    publish.page.evaluate((detail) => dispatchEvent(new CustomEvent('test-plug', { detail })), on);
  await plug(false);
  await publish.expectState('device_gone');
  await watch.expectState('camera_error');
  await plug(true);
  await publish.expectState('live');
  await watch.expectState('live');
  await watch.moreFrames(10);
});

test('an uplink of 300 kbit/s makes the video smaller, not late, and it recovers', async ({
  bareStack: stack,
  person,
}) => {
  const link = await addCamera(stack, 'phone');
  const { key } = await publishKey(stack, 'phone');
  const uplink = new NarrowLink(stack.pagePort);
  const port = await uplink.open();
  const context = await person();
  await useStripCamera(context);
  const publish = await PublishPage.live(context, port, key);
  const watch = await WatchPage.open(await person(), watchUrl(stack, link));
  await watch.expectState('live');
  await watch.moreFrames(50);
  uplink.rate = 300_000;
  await eventually('it is smaller', async () => !(await publish.figure('Upload')).startsWith('Good'));
  // What had queued before has arrived.
  await watch.moreFrames(30);
  const narrow = await watchStrip(watch.page, 15);
  const ages = narrow.map(({ at, capture }) => at - capture);
  console.log(
    `over 300 kbit/s: ${narrow.length} frames in 15 s, age p50 ${quantile(ages, 0.5).toFixed(0)} ms, p95 ${quantile(ages, 0.95).toFixed(0)} ms; ${await publish.figure('Video')}, ${await publish.figure('Upload')}`,
  );
  expect(narrow.length).toBeGreaterThan(0);
  uplink.rate = Number.POSITIVE_INFINITY;
  await eventually('it is whole again', async () => (await publish.figure('Upload')).startsWith('Good'), 180);
  const wide = await watchStrip(watch.page, 5);
  const after = wide.map(({ at, capture }) => at - capture);
  console.log(`after that: ${wide.length} frames in 5 s, age p50 ${quantile(after, 0.5).toFixed(0)} ms`);
  uplink.close();
});

test('the page has no accessibility fault before and while it is live, dark and light', async ({
  bareStack: stack,
  person,
}) => {
  const link = await addCamera(stack, 'phone');
  const { key } = await publishKey(stack, 'phone');
  const context = await person();
  await context.grantPermissions(['camera', 'microphone']);
  const publish = await PublishPage.open(context, stack.pagePort, key);
  await publish.expectState('ready');
  await inspect(publish.page, 'publish: ready', EVERY_LOOK);
  await publish.press('Start streaming');
  await publish.expectState('standby');
  const watch = await WatchPage.open(await person(), watchUrl(stack, link));
  await watch.expectState('live');
  await publish.expectState('live');
  await inspect(publish.page, 'publish: live', EVERY_LOOK);
});
