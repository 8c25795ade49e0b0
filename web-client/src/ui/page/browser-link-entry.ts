import { ApiClient } from '../../api/api-client';
import { LinkEntry, type LinkEntryDeps } from '../../entry/link-entry';
import { dateFormat } from '../../words/words';

const ends = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });

/** A link entry for this tab: its address bar, its timers, its relay. */
export function browserLinkEntry(listener: Pick<LinkEntryDeps, 'onEntry' | 'onAdmitted'>): LinkEntry {
  const api = new ApiClient((url, init) => fetch(url, init));
  return new LinkEntry({
    post: (body) => api.call('post', '/session', { body }),
    publicCameras: () =>
      api.call('get', '/public').then(
        (cameras) => cameras.map(({ camera }) => camera),
        () => [],
      ),
    timeWords: (ms) => ends(ms),
    random: Math.random,
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer as number | undefined),
    location: () => new URL(location.href),
    replaceAddress,
    ...listener,
  });
}

/** The address of the icon is relative to that of the page, and browsers may resolve it later: it is made absolute first. */
function replaceAddress(path: string): void {
  for (const icon of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) {
    icon.setAttribute('href', icon.href);
  }
  history.replaceState(null, '', path);
}
