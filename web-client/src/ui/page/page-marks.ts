import type { ShownFrame } from '../../engine/engine-event';
import type { Shape } from '../../media/renditions';
import type { WatchModel } from '../../state/watch-model';
import { isHidden, isOutside } from '../../state/watch-state';
import { pageTitle } from './page-title';

/** Sets the attributes for style sheets and tests, and the tab's title. */
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

/** Sets the number of frames and the unrounded latency of the newest, in milliseconds. */
export function markFrame(page: HTMLElement, { count, latencyMs }: ShownFrame): void {
  page.dataset['frames'] = String(count);
  if (latencyMs !== undefined) {
    page.dataset['latencyMs'] = String(latencyMs);
  }
}

/** Reserves space on the page for a stage of that shape. */
export function reserveRoom(page: HTMLElement, { width, height }: Shape): void {
  if (width !== undefined && height !== undefined && height > 0) {
    page.style.setProperty('--fl-ratio', String(width / height));
  }
}
