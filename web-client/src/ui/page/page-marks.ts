import type { ShownPicture } from '../../engine/engine-event';
import type { Shape } from '../../media/renditions';
import type { WatchModel } from '../../state/watch-model';
import { isHidden, isOutside } from '../../state/watch-state';
import { pageTitle } from './page-title';

/** Writes the state of the page where style sheets, tests and the tab's title find it. */
export function markState(page: HTMLElement, model: WatchModel): void {
  const { name } = model.state;
  page.dataset['state'] = name;
  page.toggleAttribute('data-hidden', isHidden(name));
  page.toggleAttribute('data-outside', isOutside(name));
  if (model.mode !== undefined) {
    page.dataset['mode'] = model.mode;
  }
  document.title = pageTitle(model);
}

/** Writes how many pictures there were and how old the newest is, in milliseconds, unrounded. */
export function markPicture(page: HTMLElement, { count, latencyMs }: ShownPicture): void {
  page.dataset['frames'] = String(count);
  if (latencyMs !== undefined) {
    page.dataset['latencyMs'] = String(latencyMs);
  }
}

/** Keeps room on the page for a stage of that shape. */
export function reserveRoom(page: HTMLElement, { width, height }: Shape): void {
  if (width !== undefined && height !== undefined && height > 0) {
    page.style.setProperty('--fl-ratio', String(width / height));
  }
}
