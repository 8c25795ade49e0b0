import { WORDS } from '../words/words';
import type { HeldLink } from './held-link';

/** What the viewer can share: an address and what it allows. */
export type Shareable =
  | { readonly kind: 'link'; readonly url: string; readonly allows: readonly string[] }
  | { readonly kind: 'open'; readonly url: string }
  /** The page was opened with its session cookie: the key of the link is not known any more. */
  | { readonly kind: 'nothing' };

const UNLISTED_PATH = /\/w\/[a-z2-7]{26}$/;

/**
 * What a page at `url` can share.
 *
 * @param isPublic whether the camera is open to anyone under its name
 */
export function shareableOf(
  url: Pick<URL, 'origin' | 'pathname'>,
  link: HeldLink | undefined,
  isPublic: boolean,
  timeWords: (ms: number) => string,
): Shareable {
  const plain = url.origin + url.pathname;
  if (isPublic || UNLISTED_PATH.test(url.pathname)) {
    return { kind: 'open', url: plain };
  }
  if (link === undefined) {
    return { kind: 'nothing' };
  }
  const { can, expires_at } = link.session;
  const allows = [
    WORDS.share.allows[can],
    ...(link.password ? [WORDS.share.needsPassword] : []),
    ...(expires_at === undefined ? [] : [WORDS.share.expires(timeWords(expires_at))]),
    WORDS.share.revocable,
  ];
  return { kind: 'link', url: `${plain}#${link.key}`, allows };
}

/** HTML that shows the camera of a watch page at `url` in a page of another site. */
export function frameCode(url: string): string {
  const src = url.replace(/\/w\/(?=[^/]*$)/, '/embed/');
  return `<iframe src="${src}" width="640" height="360" allow="autoplay; fullscreen; picture-in-picture"></iframe>`;
}
