import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { ClipCamera, type Programme } from './clip-camera.ts';
import { eventually } from './processes.ts';
import { PuppetRelay } from './puppet-relay.ts';
import { WatchPage } from './watch-page.ts';

const ENGINES = ['webcodecs', 'mse'] as const;
const RED = [255, 0, 0];
const LIME = [0, 255, 0];
const BLUE = [0, 0, 255];
const WHITE = [255, 255, 255];
const CORNERS = [
  [0.1, 0.1],
  [0.9, 0.1],
  [0.1, 0.9],
  [0.9, 0.9],
] as const;

/** A watch page of a relay whose one camera plays what a test asks for. */
class Scene {
  /** Exceptions that nothing in the page has caught. */
  readonly exceptions: string[] = [];
  private readonly states: string[] = [];

  private constructor(
    readonly watch: WatchPage,
    private readonly relay: PuppetRelay,
    readonly cameras: ClipCamera[],
  ) {}

  static async open(page: Page, mode: string, programme: Programme): Promise<Scene> {
    const relay = await PuppetRelay.start(() => undefined);
    const cameras: ClipCamera[] = [];
    relay.onPlayer = (socket) => {
      const before = cameras.at(-1);
      before?.stop();
      cameras.push(new ClipCamera(socket, before?.next ?? programme));
    };
    const scene: { opened?: Scene } = {};
    page.on('pageerror', (error) => scene.opened?.exceptions.push(String(error)));
    await page.exposeFunction('stateIs', (state: string) => scene.opened?.states.push(state));
    await page.addInitScript(() => {
      const counts = window as unknown as { sources: number; stateIs: (state: string) => void };
      counts.sources = 0;
      const create = URL.createObjectURL;
      URL.createObjectURL = (object) => {
        counts.sources += object instanceof MediaSource ? 1 : 0;
        return create.call(URL, object);
      };
      new MutationObserver((changes) => {
        for (const { target } of changes) counts.stateIs((target as HTMLElement).dataset['state'] ?? '');
      }).observe(document, { attributes: true, attributeFilter: ['data-state'], subtree: true });
    });
    const watch = await WatchPage.open(page.context(), `${relay.origin}/w/front?mode=${mode}`, page);
    scene.opened = new Scene(watch, relay, cameras);
    return scene.opened;
  }

  get camera(): ClipCamera {
    const camera = this.cameras.at(-1);
    if (camera === undefined) throw new Error('no player has connected');
    return camera;
  }

  /** The MediaSources that the page has made so far. */
  sources(): Promise<number> {
    return this.watch.page.evaluate(() => (window as unknown as { sources: number }).sources);
  }

  async expectSize(width: number, height: number): Promise<void> {
    await eventually(
      `video of ${width}×${height}`,
      async () => `${await this.watch.size()}` === `${[width, height]}`,
    );
  }

  /** The page never stopped for good, and no exception got away. */
  expectNoComplaint(): void {
    expect(this.exceptions).toEqual([]);
    expect(this.states).not.toContain('unsupported');
    expect(this.states).not.toContain('wrong_link');
  }

  async close(): Promise<void> {
    for (const camera of this.cameras) camera.stop();
    await this.relay.close();
  }
}

const DISPLAYS = [
  { rotation: 90, sar: undefined, size: [180, 320], corners: [BLUE, RED, WHITE, LIME] },
  { rotation: 180, sar: undefined, size: [320, 180], corners: [WHITE, BLUE, LIME, RED] },
  { rotation: 270, sar: undefined, size: [180, 320], corners: [LIME, WHITE, RED, BLUE] },
  { rotation: undefined, sar: [64, 45], size: [455, 180], corners: [RED, LIME, BLUE, WHITE] },
  { rotation: 90, sar: [8, 9], size: [203, 320], corners: [BLUE, RED, WHITE, LIME] },
] as const;

for (const mode of ENGINES) {
  for (const { rotation, sar, size, corners } of DISPLAYS) {
    test(`${mode}: video turned by ${rotation ?? 0} degrees with samples of ${sar?.join(':') ?? '1:1'} is shown upright`, async ({
      page,
    }) => {
      const display = { ...(rotation && { rotation }), ...(sar && { sar }) };
      const scene = await Scene.open(page, mode, { clip: 'corners', display });
      const { watch } = scene;
      await watch.expectState('live');
      expect(await watch.mode()).toBe(mode);
      await scene.expectSize(size[0], size[1]);
      await expectColours(watch, corners);
      expect(await watch.statistic('Resolution')).toBe(`${size[0]}×${size[1]}`);
      const ratio = await page.evaluate(() =>
        Number(document.querySelector<HTMLElement>('fanlight-watch')?.style.getPropertyValue('--fl-ratio')),
      );
      expect(ratio).toBeCloseTo(size[0] / size[1], 2);
      expect(await snapshotSize(page)).toEqual([...size]);
      scene.expectNoComplaint();
      await scene.close();
    });
  }

  test(`${mode}: the display of a track may change in mid-stream, as may its size and its parameter sets`, async ({
    page,
  }) => {
    const scene = await Scene.open(page, mode, { clip: 'before' });
    const programmes: readonly (readonly [Programme, number, number])[] = [
      [{ clip: 'after' }, 160, 90],
      [{ clip: 'corners', display: { rotation: 90 } }, 180, 320],
      [{ clip: 'corners', display: { sar: [2, 1] } }, 640, 180],
      [{ clip: 'before', epoch: 2 }, 160, 90],
      [{ clip: 'after', epoch: 2 }, 160, 90],
    ];
    await scene.watch.expectState('live');
    for (const [programme, width, height] of programmes) {
      scene.camera.next = programme;
      await scene.watch.moreFrames(30);
      await scene.expectSize(width, height);
      await scene.watch.moreFrames(25);
      await scene.watch.expectState('live');
    }
    expect(scene.cameras).toHaveLength(1);
    expect(await scene.watch.mode()).toBe(mode);
    scene.expectNoComplaint();
    await scene.close();
  });

  test(`${mode}: a damaged access unit costs frames up to the next key frame`, async ({ page }) => {
    const scene = await Scene.open(page, mode, { clip: 'after' });
    await scene.watch.expectState('live');
    scene.camera.next = { clip: 'after', damaged: (position) => position === 12 };
    await scene.watch.moreFrames(25);
    scene.camera.next = { clip: 'after' };
    await scene.watch.moreFrames(75);
    await scene.watch.expectState('live');
    expect(scene.cameras, 'sockets').toHaveLength(1);
    expect(await scene.sources()).toBeLessThanOrEqual(mode === 'mse' ? 4 : 0);
    scene.expectNoComplaint();
    await scene.close();
  });

  test(`${mode}: damage that goes on is named and not hurried, and good video plays after it`, async ({
    page,
  }) => {
    const scene = await Scene.open(page, mode, { clip: 'before' });
    await scene.watch.expectState('live');
    const before = await scene.sources();
    scene.camera.next = { clip: 'before', damaged: () => true };
    await scene.watch.expectState('damaged');
    await expect(page.locator('.fl-notice')).toContainText('damaged');
    await page.waitForTimeout(12_000);
    expect((await scene.sources()) - before).toBeLessThanOrEqual(7);
    scene.camera.next = { clip: 'before' };
    await scene.watch.moreFrames(50);
    await scene.watch.expectState('live');
    scene.expectNoComplaint();
    await scene.close();
  });
}

async function expectColours(watch: WatchPage, expected: readonly (readonly number[])[]): Promise<void> {
  await eventually(`corners of ${expected.join(' / ')}`, async () => {
    const found = await watch.colours(CORNERS);
    return found.length === expected.length && found.every((colour, i) => near(colour, expected[i] ?? []));
  });
}

const near = (one: readonly number[], other: readonly number[]) =>
  one.every((value, i) => Math.abs(value - (other[i] ?? 0)) < 60);

/** Width and height of the PNG that the snapshot button saves. */
async function snapshotSize(page: Page): Promise<number[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Snapshot' }).click(),
  ]);
  const png = readFileSync(await download.path());
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
