/** The element for a path of the relay: the home page, or a camera. */
export function elementFor(pathname: string): 'fanlight-index' | 'fanlight-watch' {
  return pathname === '/' ? 'fanlight-index' : 'fanlight-watch';
}
