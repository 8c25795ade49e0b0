import { type BrowserContext, test as base } from '@playwright/test';
import { Stack } from './processes.ts';

/** What a test may ask for. */
interface Fixtures {
  readonly source: string;
  readonly agentSettings: string[];
  readonly stack: Stack;
  readonly bareStack: Stack;
  /** Opens a profile of its own in the browser, as another person has; it ends with the test. */
  readonly person: () => Promise<BrowserContext>;
}

/** A relay and an agent for each test, and their logs beside the results when it fails. */
export const test = base.extend<Fixtures>({
  source: ['test', { option: true }],
  agentSettings: [[], { option: true }],
  bareStack: async ({ source }, use, testInfo) => {
    const stack = await Stack.bare(source);
    await use(stack);
    await stack.close(testInfo.status === testInfo.expectedStatus ? undefined : testInfo.outputDir);
  },
  stack: async ({ source, agentSettings }, use, testInfo) => {
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
