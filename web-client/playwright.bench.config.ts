import config from './playwright.config.ts';

/** The benchmarks: the same processes and browser as the tests, but numbers instead of assertions. */
export default { ...config, testMatch: '**/*.bench.ts', timeout: 600_000 };
