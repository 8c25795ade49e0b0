import { expect, type Page, test } from '@playwright/test';
import { inspect } from './inspect.ts';
import type { PlayerSocket } from './player-socket.ts';
import { eventually } from './processes.ts';
import { PuppetCamera } from './puppet-camera.ts';
import { PuppetRelay } from './puppet-relay.ts';
import { observeStage } from './stage-observer.ts';
import { WatchPage } from './watch-page.ts';

const ENGINES = ['webcodecs', 'mse'] as const;

/** A watch page of a relay with one camera in two renditions. */
class Scene {
  readonly cameras: PuppetCamera[] = [];

  private constructor(
    readonly watch: WatchPage,
    private readonly relay: PuppetRelay,
  ) {}

  static async open(page: Page, query = ''): Promise<Scene> {
    const relay = await PuppetRelay.start(() => undefined);
    const cameras: PuppetCamera[] = [];
    relay.onPlayer = (socket) => cameras.push(new PuppetCamera(socket));
    const watch = await WatchPage.open(page.context(), `${relay.origin}/w/front${query}`);
    const scene = new Scene(watch, relay);
    scene.cameras.push(...cameras);
    relay.onPlayer = (socket) => scene.cameras.push(new PuppetCamera(socket));
    await watch.expectState('live');
    return scene;
  }

  get camera(): PuppetCamera {
    const camera = this.cameras.at(-1);
    if (camera === undefined) {
      throw new Error('no player has connected');
    }
    return camera;
  }

  get socket(): PlayerSocket {
    const socket = this.relay.sockets.at(-1);
    if (socket === undefined) {
      throw new Error('no player has connected');
    }
    return socket;
  }

  async expectSize(width: number, height: number): Promise<void> {
    await eventually(
      `video of ${width}×${height}`,
      async () => `${await this.watch.size()}` === `${[width, height]}`,
    );
  }

  async close(): Promise<void> {
    for (const camera of this.cameras) {
      camera.stop();
    }
    await this.relay.close();
  }
}

for (const mode of ENGINES) {
  test(`${mode}: the low rendition replaces the main one and the other way round, without a gap or a jump`, async ({
    page,
  }) => {
    const scene = await Scene.open(page, `?mode=${mode}`);
    await scene.expectSize(1280, 720);
    const seen = await observeStage(scene.watch.page);
    scene.camera.switchTo('low');
    await scene.expectSize(320, 180);
    await scene.watch.moreFrames(36);
    scene.camera.switchTo('main');
    await scene.expectSize(1280, 720);
    await scene.watch.moreFrames(12);
    const looks = await seen();
    console.log(
      `${mode}: time went back by ${looks.backMs} ms at most, no frame for ${looks.pauseMs} ms at most`,
    );
    expect(looks).toMatchObject({ colours: ['blue', 'green'], states: ['live'] });
    expect(looks.boxes).toHaveLength(1);
    expect(looks.backMs).toBeLessThan(200);
    await scene.close();
  });

  test(`${mode}: a rendition that begins with earlier frames does not turn time back`, async ({ page }) => {
    const scene = await Scene.open(page, `?mode=${mode}`);
    await scene.expectSize(1280, 720);
    await scene.watch.moreFrames(36);
    const seen = await observeStage(scene.watch.page);
    scene.camera.switchWithCache('low');
    await scene.expectSize(320, 180);
    await scene.watch.moreFrames(48);
    const looks = await seen();
    console.log(
      `${mode}: time went back by ${looks.backMs} ms at most, in ${looks.repeated} frames, none for ${looks.pauseMs} ms at most`,
    );
    expect(looks).toMatchObject({ colours: ['blue', 'green'], states: ['live'] });
    // A decoder that catches up with a second of video may show a few of its frames; it does not play them.
    expect(looks.repeated).toBeLessThan(5);
    await scene.close();
  });

  test(`${mode}: continues over an announced gap, and waits for a key frame after any other`, async ({
    page,
  }) => {
    const scene = await Scene.open(page, `?mode=${mode}`);
    await scene.watch.page.locator('.fl-frame').press('i');
    scene.camera.disposable = 'announced';
    await scene.watch.moreFrames(36);
    expect(await scene.watch.statistic('Dropped for a missing key frame')).toBe('0');
    expect(await scene.watch.statistic('Decoder errors')).toBe('0');
    scene.camera.disposable = 'silently_dropped';
    await eventually(
      'access units that are held back',
      async () => Number(await scene.watch.statistic('Dropped for a missing key frame')) > 5,
    );
    expect(await scene.watch.statistic('Decoder errors')).toBe('0');
    await scene.close();
  });
}

test('a slow connection is shown over the video, announced once, and no longer shown when it is over', async ({
  page,
}) => {
  const scene = await Scene.open(page);
  const notice = scene.watch.page.locator('.fl-slow');
  const spoken = scene.watch.page.locator('.fl-unseen[role=status]');
  await expect(notice).toBeHidden();
  scene.socket.say({ type: 'delivery', mode: 'low' });
  scene.camera.switchTo('low');
  await expect(notice).toContainText('Slow connection: lower quality');
  await expect(spoken).toHaveText('Slow connection: lower quality');
  await scene.expectSize(320, 180);
  await inspect(scene.watch.page, 'slow connection');

  scene.socket.say({ type: 'delivery', mode: 'key_frames' });
  scene.camera.running = false;
  await expect(notice).toContainText('Slow connection: very low frame rate');
  // Longer than the time after which a stream without frames counts as stalled otherwise.
  await scene.watch.page.waitForTimeout(2500);
  await scene.watch.expectState('live');

  scene.camera.running = true;
  scene.socket.say({ type: 'delivery', mode: 'all' });
  await expect(notice).toBeHidden();
  await scene.watch.expectState('live');
  await scene.close();
});

test('the video menu sends the preferences, works by keyboard, and the next socket gets them too', async ({
  page,
}) => {
  const scene = await Scene.open(page);
  const { page: watch } = scene.watch;
  const choose = async (name: string) => {
    await watch.getByRole('button', { name: 'Settings', exact: true }).click();
    await watch.getByRole('menuitemradio', { name }).click();
  };
  expect(scene.socket.heard('prefer')).toEqual([]);

  await watch.getByRole('button', { name: 'Settings', exact: true }).focus();
  await watch.keyboard.press('Enter');
  await expect(watch.getByRole('menuitemradio', { name: 'Auto' })).toBeFocused();
  await expect(watch.getByRole('menuitemradio', { name: 'Auto' })).toHaveAttribute('aria-checked', 'true');
  await inspect(watch, 'video menu');
  await watch.keyboard.press('ArrowDown');
  await watch.keyboard.press('ArrowDown');
  await watch.keyboard.press('Enter');
  const small = { type: 'prefer', quality: 'low', latency: 'normal', media: 'all' };
  await eventually('the preferences', () => scene.socket.heard('prefer').length === 1);
  expect(scene.socket.heard('prefer')).toEqual([small]);

  scene.socket.say({ type: 'delivery', mode: 'low' });
  scene.socket.say({ type: 'viewers', count: 7 });
  await expect(watch.locator('.fl-viewers')).toContainText('7');
  await expect(watch.locator('.fl-slow')).toBeHidden();

  await choose('Fastest');
  await eventually('the changed preferences', () => scene.socket.heard('prefer').length === 2);
  expect(scene.socket.heard('prefer').at(-1)).toEqual({ ...small, latency: 'low' });

  const first = scene.socket;
  first.close(1012);
  await eventually('another socket', () => scene.socket !== first && scene.socket.heard('prefer').length > 0);
  expect(scene.socket.heard('prefer')).toEqual([{ ...small, latency: 'low' }]);

  await watch.reload();
  await scene.watch.expectState('live');
  expect(scene.socket.heard('prefer')).toEqual([{ ...small, latency: 'low' }]);
  await choose('Auto');
  await choose('Balanced');
  await eventually('the default preferences', () => scene.socket.heard('prefer').length === 3);
  expect(scene.socket.heard('prefer').at(-1)).toEqual({
    type: 'prefer',
    quality: 'auto',
    latency: 'normal',
    media: 'all',
  });
  await scene.close();
});

test('a paused page asks for no media, and for all of it when it resumes', async ({ page }) => {
  const scene = await Scene.open(page);
  const { page: watch } = scene.watch;
  const media = () => scene.socket.heard('prefer').map((message) => message['media']);
  await watch.getByRole('button', { name: 'Pause' }).click();
  await eventually('the request for no media', () => media().length === 1);
  await scene.watch.expectState('paused');
  await watch.getByRole('button', { name: 'Resume' }).click();
  await eventually('the request for all media', () => media().length === 2);
  expect(media()).toEqual(['none', 'all']);
  await scene.watch.expectState('live');
  await scene.close();
});
