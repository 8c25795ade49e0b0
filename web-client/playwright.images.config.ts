import config from './playwright.config.ts';

/** The screenshots of `docs/images`, taken from the same processes and browser as the tests. */
export default { ...config, testMatch: '**/*.images.ts' };
