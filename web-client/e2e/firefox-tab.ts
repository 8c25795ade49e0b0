import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { eventually } from './processes.ts';

/** Debian's. */
const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const TIMEOUT_MS = 60_000;

/** Whether there is a Firefox to test with. */
export const hasFirefox = existsSync(FIREFOX);

/** Debian's own Firefox, driven by WebDriver BiDi: Playwright drives only builds of its own. */
export class FirefoxBrowser {
  private constructor(private readonly browser: Browser) {}

  /** One whose camera and microphone are the browser's own test pattern and tone, which pages may use. */
  static async launch(): Promise<FirefoxBrowser> {
    return new FirefoxBrowser(
      await puppeteer.launch({
        browser: 'firefox',
        executablePath: FIREFOX,
        headless: true,
        extraPrefsFirefox: {
          'media.navigator.streams.fake': true,
          'media.navigator.permission.disabled': true,
        },
      }),
    );
  }

  /** A tab that shows `url`. */
  async open(url: string): Promise<FirefoxTab> {
    const page = await this.browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(url);
    return new FirefoxTab(page);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** A tab of Firefox as a person has it before them. */
export class FirefoxTab {
  constructor(private readonly page: Page) {}

  /** Waits for an element. */
  async expect(selector: string): Promise<void> {
    await this.page.waitForSelector(selector, { timeout: TIMEOUT_MS });
  }

  async press(name: string): Promise<void> {
    await this.page.locator(`::-p-aria(${name})`).setTimeout(TIMEOUT_MS).click();
  }

  async fill(selector: string, text: string): Promise<void> {
    await this.page.locator(selector).setTimeout(TIMEOUT_MS).fill(text);
  }

  /** A key, where the focus is. */
  async key(name: 'Enter' | 'i'): Promise<void> {
    await this.page.keyboard.press(name);
  }

  async focus(selector: string): Promise<void> {
    await this.page.focus(selector);
  }

  /** What the first element that fits says of itself by `data-name`. */
  async data(selector: string, name: string): Promise<string> {
    return this.page.$eval(selector, (element, key) => (element as HTMLElement).dataset[key] ?? '', name);
  }

  async texts(selector: string): Promise<string[]> {
    return this.page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent ?? ''));
  }

  /** Waits until that many more frames of the watch page are drawn. */
  async moreFrames(count: number): Promise<void> {
    const frames = async () => Number(await this.data('fanlight-watch', 'frames'));
    const before = await frames();
    await eventually(`${count} more frames`, async () => (await frames()) >= before + count);
  }

  /** What a video element of the page has played, in seconds. */
  async played(selector: string): Promise<number> {
    return this.page.$eval(selector, (element) => (element as HTMLVideoElement).currentTime);
  }

  /** Plays a file of the page's own origin in an element of its own, and gives its length in seconds once some of it has played. */
  async playFile(url: string): Promise<number> {
    return this.page.evaluate(async (address) => {
      const video = document.createElement('video');
      video.muted = true;
      video.src = address;
      document.body.append(video);
      await video.play();
      await new Promise((done) =>
        video.addEventListener('timeupdate', () => video.currentTime > 0.3 && done(0)),
      );
      return video.duration;
    }, url);
  }
}
