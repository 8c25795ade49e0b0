import { type BrowserContext, expect, type Page } from '@playwright/test';
import { eventually } from './processes.ts';

/** A watch page as a viewer has it before them. */
export class WatchPage {
  private constructor(readonly page: Page) {}

  /** Opens a link in a tab of its own, or in that one, and waits for the page, not for a frame. */
  static async open(context: BrowserContext, url: string, tab?: Page): Promise<WatchPage> {
    const page = tab ?? (await context.newPage());
    await page.goto(url);
    await page.waitForSelector('fanlight-watch');
    return new WatchPage(page);
  }

  async expectState(state: string): Promise<void> {
    await expect(this.root).toHaveAttribute('data-state', state);
  }

  async mode(): Promise<string | null> {
    return this.root.getAttribute('data-mode');
  }

  /** Frames drawn so far. */
  async frames(): Promise<number> {
    return Number((await this.root.getAttribute('data-frames')) ?? 0);
  }

  /** Waits until `count` more frames are drawn. */
  async moreFrames(count: number, seconds?: number): Promise<void> {
    const before = await this.frames();
    await eventually(`${count} more frames`, async () => (await this.frames()) >= before + count, seconds);
  }

  async say(text: string): Promise<void> {
    await this.page.fill('#chat-input', text);
    await this.page.press('#chat-input', 'Enter');
  }

  /** The stored lines, as `seq text`. */
  async lines(): Promise<string[]> {
    return this.page.$$eval('.chat-line[data-seq]', (lines) =>
      lines.map(
        (line) => `${line.getAttribute('data-seq')} ${line.querySelector('.chat-text')?.textContent ?? ''}`,
      ),
    );
  }

  /** Colours of the video at places given as fractions of its size. */
  async colours(places: readonly (readonly [number, number])[]): Promise<number[][]> {
    return this.page.evaluate((at) => {
      const video = document.querySelector<HTMLCanvasElement | HTMLVideoElement>('#video');
      if (video === null) return [];
      const width = video instanceof HTMLVideoElement ? video.videoWidth : video.width;
      const height = video instanceof HTMLVideoElement ? video.videoHeight : video.height;
      const copy = new OffscreenCanvas(width, height).getContext('2d');
      copy?.drawImage(video, 0, 0);
      return at.map(([x, y]) =>
        [...(copy?.getImageData(x * width, y * height, 1, 1).data ?? [])].slice(0, 3),
      );
    }, places);
  }

  /** Width and height of the video itself, in pixels. */
  async size(): Promise<[number, number]> {
    return this.page.evaluate(() => {
      const video = document.querySelector<HTMLCanvasElement | HTMLVideoElement>('#video');
      if (video instanceof HTMLVideoElement) return [video.videoWidth, video.videoHeight] as [number, number];
      return [video?.width ?? 0, video?.height ?? 0] as [number, number];
    });
  }

  /** All that a socket of its own hears within a second after asking to watch, media as their size, and how it was closed. */
  async hear(camera: string, key: string): Promise<string[]> {
    return this.page.evaluate(
      ([wanted, secret]) =>
        new Promise<string[]>((resolve) => {
          const heard: string[] = [];
          const socket = new WebSocket(`ws://${location.host}/ws/v1/view`, 'fanlight.v1');
          socket.onopen = () => socket.send(JSON.stringify({ type: 'watch', camera: wanted, key: secret }));
          socket.onmessage = ({ data }) => heard.push(typeof data === 'string' ? data : 'media');
          socket.onclose = ({ code, reason }) => resolve([...heard, `${code} ${reason}`]);
          setTimeout(() => resolve(heard), 1000);
        }),
      [camera, key],
    );
  }

  /** A line of the statistics, which are opened for it if need be. */
  async statistic(label: string): Promise<string> {
    if ((await this.page.locator('.fl-stats').count()) === 0) {
      await this.page.locator('.fl-frame').press('i');
    }
    const value = this.page.locator(`.fl-stats .fl-stats-list dt:text-is("${label}") + dd`);
    return (await value.textContent()) ?? '';
  }

  /** Leaves a mark that a reload would wipe out. */
  async mark(): Promise<void> {
    await this.page.evaluate(() => document.documentElement.setAttribute('data-e2e-mark', '1'));
  }

  async expectNotReloaded(): Promise<void> {
    await expect(this.page.locator('html')).toHaveAttribute('data-e2e-mark', '1');
  }

  private get root() {
    return this.page.locator('fanlight-watch');
  }
}
