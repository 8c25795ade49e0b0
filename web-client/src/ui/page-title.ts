import type { WatchModel } from './watch-model';

/** The title of the tab: unread lines, the camera, and whether its link works. Never the key. */
export function pageTitle(model: Pick<WatchModel, 'state' | 'title' | 'unread'>): string {
  if (model.state.name === 'wrong_link') {
    return 'This link does not work — Fanlight';
  }
  const unread = model.unread > 0 ? `(${model.unread}) ` : '';
  return `${unread}${model.title === '' ? '' : `${model.title} — `}Fanlight`;
}
