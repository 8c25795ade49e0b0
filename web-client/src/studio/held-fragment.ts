import { SafeStorage } from '../state/storage';

/**
 * What is behind `#` in the address of a page that publishes, or was before a reload: it holds keys, so it is taken out of the address bar, and
 * survives a reload of this tab and nothing else. A page that shares its screen must not show it.
 */
export function heldFragment(name: string): string | undefined {
  const session = new SafeStorage(() => sessionStorage);
  const fragment = location.hash.slice(1);
  if (fragment === '') {
    return session.read(name);
  }
  session.write(name, fragment);
  history.replaceState(null, '', location.pathname + location.search);
  return fragment;
}
