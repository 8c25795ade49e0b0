import { SITE_ROOT } from '../api/site-root';

/** The parts of a publish page’s address; the key is in the fragment and leaves the page only by its socket. */
export interface PublishAddress {
  /** Secret of the publish key, if the address has one. */
  readonly key: string | undefined;
  /** Address of the publish socket. */
  readonly socketUrl: string;
  /** `codec` of the query. */
  readonly codec: string | null;
  /** Whether frames may go to the worker directly; `?frames=element` takes them from the preview. */
  readonly direct: boolean;
}

/** Parses the address of a publish page of the relay at `root`. */
export function readPublishAddress(
  url: Pick<URL, 'protocol' | 'host' | 'search' | 'hash'>,
  root: string = SITE_ROOT,
): PublishAddress {
  const query = new URLSearchParams(url.search);
  const key = url.hash.slice(1);
  return {
    key: key === '' ? undefined : key,
    socketUrl: `${url.protocol === 'https:' ? 'wss:' : 'ws:'}//${url.host}${root}ws/v1/publish`,
    codec: query.get('codec'),
    direct: query.get('frames') !== 'element',
  };
}
