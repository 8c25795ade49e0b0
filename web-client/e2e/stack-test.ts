import { type BrowserContext, test as base } from '@playwright/test';
import { Stack } from './stack.ts';

/** What a test may ask for. */
interface Fixtures {
  readonly source: string;
  readonly agentSettings: string[];
  /** A relay and an agent that tests share. Its chat has the lines of earlier tests; a test neither stops nor changes it. */
  readonly stack: Stack;
  /** A relay and an agent of this test alone. */
  readonly ownStack: Stack;
  /** A relay of this test alone that knows no camera, and an agent that waits to be joined. */
  readonly bareStack: Stack;
  /** Opens a profile of its own in the browser, as another person has; it ends with the test. */
  readonly person: () => Promise<BrowserContext>;
}

interface WorkerFixtures {
  readonly shared: SharedStack;
}

/** The stack of a worker: the newest one that was asked for, so that no more than one runs. */
class SharedStack {
  private running: { readonly key: string; readonly stack: Stack } | undefined;

  async get(source: string, settings: readonly string[]): Promise<Stack> {
    const key = JSON.stringify([source, settings]);
    if (this.running?.key !== key) {
      await this.close();
      this.running = { key, stack: await Stack.start(source, settings) };
    }
    return this.running.stack;
  }

  async close(logsTo?: string): Promise<void> {
    const stack = this.running?.stack;
    this.running = undefined;
    await stack?.close(logsTo);
  }
}

/** Relays and agents as real processes, and their logs beside the results of a test that fails. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  source: ['test', { option: true }],
  agentSettings: [[], { option: true }],
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed.
    async ({}, use) => {
      const shared = new SharedStack();
      await use(shared);
      await shared.close();
    },
    { scope: 'worker' },
  ],
  stack: async ({ shared, source, agentSettings }, use, testInfo) => {
    await use(await shared.get(source, agentSettings));
    if (testInfo.status !== testInfo.expectedStatus) {
      await shared.close(testInfo.outputDir);
    }
  },
  bareStack: async ({ source }, use, testInfo) => {
    const stack = await Stack.bare(source);
    await use(stack);
    await stack.close(testInfo.status === testInfo.expectedStatus ? undefined : testInfo.outputDir);
  },
  ownStack: async ({ source, agentSettings }, use, testInfo) => {
    const stack = await Stack.start(source, agentSettings);
    await use(stack);
    await stack.close(testInfo.status === testInfo.expectedStatus ? undefined : testInfo.outputDir);
  },
  person: async ({ browser }, use) => {
    const people: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      people.push(context);
      return context;
    });
    await Promise.all(people.map((context) => context.close()));
  },
});

export { expect } from '@playwright/test';
