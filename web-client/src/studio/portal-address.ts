import { SITE_ROOT } from '../api/site-root';
import { embedPath, pathBelow } from '../entry/page-address';

/** What the fragment of a portal’s address holds: `KEY.CAMERA.LINK`. */
export interface PortalAddress {
  /** Secret of the publish key of this side’s camera. */
  readonly key: string;
  /** The camera of the other side. */
  readonly camera: string;
  /** Secret of the link to it. */
  readonly link: string;
}

const FRAGMENT = /^([a-z2-7]+)\.([a-z0-9-]+)\.([a-z2-7]+)$/;

/** Whether a path is that of a portal of the relay at `root`. */
export function isPortal(pathname: string, root: string = SITE_ROOT): boolean {
  return /^portal\/?$/.test(pathBelow(pathname, root));
}

/** Parses the part of an address behind `#`; undefined when it is not that of a portal. */
export function readPortal(fragment: string): PortalAddress | undefined {
  const [, key, camera, link] = FRAGMENT.exec(fragment) ?? [];
  return key === undefined || camera === undefined || link === undefined ? undefined : { key, camera, link };
}

/** Where the other side is shown. */
export function otherSide({ camera, link }: PortalAddress, root: string = SITE_ROOT): string {
  return `${embedPath(camera, root)}#${link}`;
}
