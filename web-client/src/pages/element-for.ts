import { watchedIn } from '../entry/page-address';

/** The element for a path of the relay: the home page, or a camera. */
export function elementFor(pathname: string): 'fanlight-index' | 'fanlight-watch' {
  return watchedIn(pathname) === undefined ? 'fanlight-index' : 'fanlight-watch';
}
