/** What happens to the page from outside its elements. */
export interface PageEvents {
  /** The fragment of the address has changed. */
  readonly onAddress: () => void;
  readonly onOnline: (online: boolean) => void;
  /** A picture-in-picture window was opened or closed. */
  readonly onPictureInPicture: (open: boolean) => void;
  /** A click or key, after the element it was meant for has handled it. */
  readonly onGesture: () => void;
}

/** Calls `events` for `page` until `signal` aborts. */
export function listenToPage(page: HTMLElement, signal: AbortSignal, events: PageEvents): void {
  addEventListener('hashchange', events.onAddress, { signal });
  addEventListener('online', () => events.onOnline(true), { signal });
  addEventListener('offline', () => events.onOnline(false), { signal });
  page.addEventListener('enterpictureinpicture', () => events.onPictureInPicture(true), { signal });
  page.addEventListener('leavepictureinpicture', () => events.onPictureInPicture(false), { signal });
  for (const type of ['click', 'keyup']) {
    addEventListener(type, events.onGesture, { signal });
  }
}
