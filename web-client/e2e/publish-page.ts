import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Stack } from './stack.ts';

/** A publish key as its owner sees it. */
export interface PublishKey {
  readonly id: string;
  readonly key: string;
}

/** Makes a camera without a device, and gives the key of a link to watch it. */
export async function addCamera(stack: Stack, camera: string): Promise<string> {
  const { watch } = (await stack.call('POST', '/cameras', { camera, host: 'localhost' })) as {
    watch: string[];
  };
  return watch[0]?.split('#')[1] ?? '';
}

/** Makes a publish key of a camera, as its owner does. */
export async function publishKey(stack: Stack, camera: string): Promise<PublishKey> {
  return (await stack.call('POST', `/cameras/${camera}/publish-keys`, { label: 'phone' })) as PublishKey;
}

/** The page that makes a browser a camera, as the person at the camera has it before them. */
export class PublishPage {
  private constructor(readonly page: Page) {}

  /** Opens a publish link; `port` is where the relay or what is before it listens. */
  static async open(context: BrowserContext, port: number, key: string, query = ''): Promise<PublishPage> {
    const page = await context.newPage();
    await page.goto(`http://localhost:${port}/publish${query}#${key}`);
    await page.waitForSelector('fanlight-publish');
    return new PublishPage(page);
  }

  /** The same, once devices were allowed and the preview plays; streaming is started. */
  static async live(context: BrowserContext, port: number, key: string, query = ''): Promise<PublishPage> {
    await context.grantPermissions(['camera', 'microphone']);
    const publish = await PublishPage.open(context, port, key, query);
    await publish.expectState('ready');
    await publish.press('Start streaming');
    return publish;
  }

  async expectState(state: string): Promise<void> {
    await expect(this.page.locator('fanlight-publish')).toHaveAttribute('data-state', state);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** What the page says. */
  async text(): Promise<string> {
    return (await this.page.locator('.pb-panel [role=status]').textContent()) ?? '';
  }

  /** A figure of a live stream, such as `Upload`. */
  async figure(name: string): Promise<string> {
    const value = this.page.locator(`.pb-figures dt:text-is("${name}") + dd`);
    return (await value.textContent()) ?? '';
  }
}
