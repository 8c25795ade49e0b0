/** The parts of a watch page's address; the key is in the fragment and leaves the page only to be exchanged. */
export interface PageAddress {
  readonly camera: string;
  /** Secret of the link, if the address has one. */
  readonly key?: string;
  /** `mode` of the query. */
  readonly mode: string | null;
  /** Address of the view socket. */
  readonly socketUrl: string;
}

/** 128 bits in base32: where an unlisted camera is found. */
const UNLISTED_ID = /^[a-z2-7]{26}$/;
const WATCH_PATH = /^\/w\/([^/]+)\/?$/;

/** Parses a page's address; undefined when it is not a watch link. */
export function readAddress(
  url: Pick<URL, 'protocol' | 'host' | 'pathname' | 'search' | 'hash'>,
): PageAddress | undefined {
  const camera = WATCH_PATH.exec(url.pathname)?.[1];
  const key = url.hash.slice(1);
  if (camera === undefined) {
    return undefined;
  }
  return {
    camera: decodeCamera(camera),
    ...(key !== '' && { key }),
    mode: new URLSearchParams(url.search).get('mode'),
    socketUrl: `${url.protocol === 'https:' ? 'wss:' : 'ws:'}//${url.host}/ws/v1/view`,
  };
}

/** Path and query of an admitted page that shows `camera`: without the key, under the camera's current name. */
export function addressAfter(url: Pick<URL, 'pathname' | 'search'>, camera: string): string {
  const requested = WATCH_PATH.exec(url.pathname)?.[1] ?? '';
  return (UNLISTED_ID.test(requested) ? url.pathname : `/w/${encodeURIComponent(camera)}`) + url.search;
}

function decodeCamera(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
