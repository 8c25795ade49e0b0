/** Which element a path of this relay shows: its first page, or a camera. */
export function elementFor(pathname: string): 'fanlight-index' | 'fanlight-watch' {
  return pathname === '/' ? 'fanlight-index' : 'fanlight-watch';
}
