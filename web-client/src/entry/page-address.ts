import { SITE_ROOT } from '../api/site-root';

/** The parts of a watch page's address; the key is in the fragment and leaves the page only to be exchanged. */
export interface PageAddress {
  readonly camera: string;
  /** Secret of the link, if the address has one. */
  readonly key?: string;
  /** `mode` of the query. */
  readonly mode: string | null;
  /** `transport` of the query: the way of the media that is forced. */
  readonly transport?: 'websocket' | 'webrtc';
  /** Where the relay takes offers by WHEP. */
  readonly whepUrl: string;
  /** Address of the view socket. */
  readonly socketUrl: string;
}

/** 128 bits in base32: where an unlisted camera is found. */
const UNLISTED_ID = /^[a-z2-7]{26}$/;
const WATCH_PATH = /^(?:w|embed)\/([^/]+?)(?:\/chat)?\/?$/;
const EMBED_PATH = /^embed\/[^/]+?(\/chat)?\/?$/;
const GRID_PATH = /^g\/([^/]+)\/?$/;

/** Most cameras that a grid shows. */
export const MOST_TILES = 16;

/** What of a watch page is shown: all of it, the video or the chat alone, or the video on a screen that no one operates. */
export type PagePart = 'all' | 'video' | 'chat' | 'kiosk';

/** A path relative to the home page of the relay at `root`; as it is when it is none of that relay. */
export function pathBelow(pathname: string, root: string = SITE_ROOT): string {
  return pathname.startsWith(root) ? pathname.slice(root.length) : pathname;
}

/** What the path of a watch page names, as it stands there; undefined when it is no watch page of the relay at `root`. */
export function watchedIn(pathname: string, root: string = SITE_ROOT): string | undefined {
  return pathname.startsWith(root) ? WATCH_PATH.exec(pathname.slice(root.length))?.[1] : undefined;
}

/** What of its watch page an address asks for. */
export function pagePart(url: Pick<URL, 'pathname' | 'search'>, root: string = SITE_ROOT): PagePart {
  const embedded = EMBED_PATH.exec(pathBelow(url.pathname, root));
  if (embedded !== null) {
    return embedded[1] === undefined ? 'video' : 'chat';
  }
  return new URLSearchParams(url.search).has('kiosk') ? 'kiosk' : 'all';
}

/** The cameras of a grid's address, each once; undefined when it is none. */
export function camerasInGrid(pathname: string, root: string = SITE_ROOT): readonly string[] | undefined {
  const names = GRID_PATH.exec(pathBelow(pathname, root))?.[1];
  return names === undefined
    ? undefined
    : [...new Set(decodeCamera(names).split(','))].filter((name) => name !== '').slice(0, MOST_TILES);
}

/** Path of the page with a camera's video alone. */
export function embedPath(camera: string, root: string = SITE_ROOT): string {
  return `${root}embed/${encodeURIComponent(camera)}`;
}

/** Parses a page's address; undefined when it is not a watch link of the relay at `root`. */
export function readAddress(
  url: Pick<URL, 'protocol' | 'host' | 'pathname' | 'search' | 'hash'>,
  root: string = SITE_ROOT,
): PageAddress | undefined {
  const camera = watchedIn(url.pathname, root);
  const key = url.hash.slice(1);
  const query = new URLSearchParams(url.search);
  const transport = query.get('transport');
  if (camera === undefined) {
    return undefined;
  }
  return {
    camera: decodeCamera(camera),
    ...(key !== '' && { key }),
    mode: query.get('mode'),
    ...((transport === 'websocket' || transport === 'webrtc') && { transport }),
    whepUrl: `${url.protocol}//${url.host}${root}c/${camera}/whep`,
    socketUrl: `${url.protocol === 'https:' ? 'wss:' : 'ws:'}//${url.host}${root}ws/v1/view`,
  };
}

/** Path and query of an admitted page that shows `camera`: without the key, under the camera's current name. */
export function addressAfter(
  url: Pick<URL, 'pathname' | 'search'>,
  camera: string,
  root: string = SITE_ROOT,
): string {
  const unlisted = UNLISTED_ID.test(watchedIn(url.pathname, root) ?? '');
  const embedded = EMBED_PATH.test(pathBelow(url.pathname, root));
  return (unlisted || embedded ? url.pathname : watchPath(camera, root)) + url.search;
}

/** Path of a camera's watch page. */
export function watchPath(camera: string, root: string = SITE_ROOT): string {
  return `${root}w/${encodeURIComponent(camera)}`;
}

function decodeCamera(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
