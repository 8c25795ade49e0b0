/**
 * Path of the relay's home page, with a slash at its end: `/`, or `/cam/` where a proxy serves the relay under that prefix. The pages name
 * their scripts relatively, so a script knows it from its own address. In the development server the pages are at the root.
 */
export const SITE_ROOT: string = import.meta.env.PROD ? new URL('..', import.meta.url).pathname : '/';
