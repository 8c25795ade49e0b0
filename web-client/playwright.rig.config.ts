import config from './playwright.config.ts';

/**
 * The agent in the virtual machine of `deploy/rig`, whose processor is emulated: the start of a Java program takes half a minute there, and a
 * minute where it is not the first architecture of this host.
 */
export default { ...config, testMatch: '**/*.rig.ts', timeout: 1_800_000, expect: { timeout: 300_000 } };
