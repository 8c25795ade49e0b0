import type { Browser, CDPSession } from '@playwright/test';
import { eventually } from './processes.ts';

interface Answer {
  readonly id: number;
  readonly result?: {
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly text: string };
  };
  readonly error?: { readonly message: string };
}

/** A tab that is hidden when another one comes to the front, as in a browser; those of Playwright are always visible. */
export class PlainTab {
  private nextId = 0;
  private readonly waiting = new Map<number, (answer: Answer) => void>();

  private constructor(
    private readonly browser: CDPSession,
    private readonly target: string,
    private readonly session: string,
  ) {
    browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      const answer = JSON.parse(message) as Answer;
      if (sessionId === this.session) this.waiting.get(answer.id)?.(answer);
    });
  }

  static async open(browser: Browser, url: string): Promise<PlainTab> {
    const session = await browser.newBrowserCDPSession();
    const { targetId } = await session.send('Target.createTarget', { url });
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const tab = new PlainTab(session, targetId, sessionId);
    // A new tab has an empty document first: an evaluation that meets its end fails.
    await eventually('the page is there', () =>
      tab.evaluate('document.querySelector("fanlight-watch") !== null').then(Boolean, () => false),
    );
    return tab;
  }

  /** The value of an expression, evaluated as if by a click. */
  async evaluate(expression: string): Promise<unknown> {
    const { result, error } = await this.call('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (result === undefined) throw new Error(error?.message ?? 'no result');
    if (result.exceptionDetails !== undefined) throw new Error(result.exceptionDetails.text);
    return result.result?.value;
  }

  /** An attribute of the watch page, such as `state` or `frames`. */
  async mark(name: string): Promise<string> {
    return String(await this.evaluate(`document.querySelector('fanlight-watch').dataset['${name}'] ?? ''`));
  }

  /** Brings another tab to the front. */
  async hide(): Promise<void> {
    await this.browser.send('Target.createTarget', { url: 'about:blank' });
    await this.visibility('hidden');
  }

  /** Brings this tab to the front. */
  async show(): Promise<void> {
    await this.browser.send('Target.activateTarget', { targetId: this.target });
    await this.visibility('visible');
  }

  async close(): Promise<void> {
    await this.browser.send('Target.closeTarget', { targetId: this.target });
  }

  private async visibility(state: string): Promise<void> {
    await eventually(
      `the tab is ${state}`,
      async () => (await this.evaluate('document.visibilityState')) === state,
    );
  }

  private call(method: string, params: object): Promise<Answer> {
    const id = ++this.nextId;
    const answer = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
    void this.browser.send('Target.sendMessageToTarget', {
      sessionId: this.session,
      message: JSON.stringify({ id, method, params }),
    });
    return answer;
  }
}
