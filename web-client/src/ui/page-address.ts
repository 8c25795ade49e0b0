/** What the address of a watch page says; the key lives in the fragment and goes nowhere else. */
export interface PageAddress {
  readonly camera: string;
  readonly key: string;
  /** `mode` of the query. */
  readonly wish: string | null;
  /** Address of the view socket. */
  readonly socketUrl: string;
}

const WATCH_PATH = /^\/w\/([^/]+)\/?$/;

/** Reads a page's address; undefined when it is no watch link. */
export function readAddress(
  url: Pick<URL, 'protocol' | 'host' | 'pathname' | 'search' | 'hash'>,
): PageAddress | undefined {
  const camera = WATCH_PATH.exec(url.pathname)?.[1];
  const key = url.hash.slice(1);
  if (camera === undefined || key === '') {
    return undefined;
  }
  return {
    camera: decodeCamera(camera),
    key,
    wish: new URLSearchParams(url.search).get('mode'),
    socketUrl: `${url.protocol === 'https:' ? 'wss:' : 'ws:'}//${url.host}/ws/v1/view`,
  };
}

function decodeCamera(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
