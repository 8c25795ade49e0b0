interface Policy {
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** Path of the folder that this script is in, with those it may start. */
const ASSETS = new URL('.', import.meta.url).pathname;

/** `url` if it is a script among this origin's built assets; throws TypeError otherwise. */
export function ownAsset(url: string, base: string): string {
  const target = new URL(url, base);
  const served = import.meta.env.DEV || target.pathname.startsWith(ASSETS);
  if (target.origin !== new URL(base).origin || !served) {
    throw new TypeError('not a script of this page');
  }
  return target.href;
}

/** The argument of `new Worker` under the page's Trusted Types policy `fanlight`: a checked address. */
export function trustedWorkerUrl(url: string): string {
  const rules: Policy = { createScriptURL: (wanted) => ownAsset(wanted, location.href) };
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  return (factory?.createPolicy('fanlight', rules) ?? rules).createScriptURL(url);
}
