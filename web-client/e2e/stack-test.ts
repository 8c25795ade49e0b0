import { test as base } from '@playwright/test';
import { Stack } from './processes.ts';

/** A relay and an agent for each test, and their logs beside the results when it fails. */
export const test = base.extend<{ source: string; agentSettings: string[]; stack: Stack; bareStack: Stack }>({
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
});

export { expect } from '@playwright/test';
