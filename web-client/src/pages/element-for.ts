import { camerasInGrid, pathBelow, watchedIn } from '../entry/page-address';

/** The pages of the relay that are the same document. */
export type PageElement =
  | 'fanlight-index'
  | 'fanlight-watch'
  | 'fanlight-grid'
  | 'fanlight-states'
  | 'fanlight-missing';

/** The element for a path of the relay: the home page, a camera, several at once, all states at once, or what leads nowhere. */
export function elementFor(pathname: string): PageElement {
  if (watchedIn(pathname) !== undefined) {
    return 'fanlight-watch';
  }
  if (camerasInGrid(pathname) !== undefined) {
    return 'fanlight-grid';
  }
  switch (pathBelow(pathname)) {
    case '':
    case 'index.html':
      return 'fanlight-index';
    case 'dev/states':
      return 'fanlight-states';
    default:
      return 'fanlight-missing';
  }
}
