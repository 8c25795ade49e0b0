import type { WatchModel } from '../../state/watch-model';
import type { WatchStateName } from '../../state/watch-state';

const ENDS: Partial<Record<WatchStateName, string>> = {
  wrong_link: 'Invalid link',
  link_ended: 'Link expired',
  banned: 'Banned',
  disconnected: 'Disconnected',
};

/** The title of the tab: unread messages, the camera, and whether its link works. Never the key. */
export function pageTitle(model: Pick<WatchModel, 'state' | 'title' | 'unread'>): string {
  const ended = ENDS[model.state.name];
  if (ended !== undefined) {
    return `${ended} — Fanlight`;
  }
  const unread = model.unread > 0 ? `(${model.unread}) ` : '';
  return `${unread}${model.title === '' ? '' : `${model.title} — `}Fanlight`;
}
