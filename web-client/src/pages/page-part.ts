import { pagePart } from '../entry/page-address';

/** Message of a page in a frame to the page around it. */
interface FrameMessage {
  readonly fanlight: 1;
  readonly event: 'state';
  readonly state: string;
}

/** Has the page show what its address asks for; one in a frame reports the state of the video to the page around it. */
export function showPart(location: Pick<Location, 'pathname' | 'search'>, document: Document): void {
  const part = pagePart(location);
  const root = document.documentElement;
  root.dataset['part'] = part;
  if (part === 'video' || part === 'kiosk') {
    root.dataset['chat'] = 'off';
  }
  if (part === 'kiosk') {
    keepAwake(document);
  }
  if (part !== 'all' && globalThis.parent !== globalThis.window) {
    reportState(document);
  }
}

/** The state is no secret, so any page around the frame may know it. */
function reportState(document: Document): void {
  const observer = new MutationObserver(() => {
    const state = document.querySelector<HTMLElement>('fanlight-watch')?.dataset['state'];
    if (state !== undefined) {
      globalThis.parent.postMessage({ fanlight: 1, event: 'state', state } satisfies FrameMessage, '*');
    }
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ['data-state'], subtree: true });
}

/** A screen that no one operates stays on; browsers take that back whenever the page was hidden. */
function keepAwake(document: Document): void {
  const request = () => {
    if (document.visibilityState === 'visible') {
      navigator.wakeLock?.request('screen').catch(() => undefined);
    }
  };
  document.addEventListener('visibilitychange', request);
  request();
}
