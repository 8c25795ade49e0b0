/** Attributes of the elements that are also names in the query of the frame's address. */
export const FRAME_OPTIONS = [
  'autoplay',
  'background',
  'lang',
  'latency',
  'mode',
  'muted',
  'quality',
  'theme',
  'transport',
] as const;

const CAMERA_PATH = /^(.*\/)(?:w|c|embed)\/([^/]+)\/?$/;

/** Addresses of the frames that show a camera and its chat. */
export interface FrameAddresses {
  readonly video: string;
  readonly chat: string;
}

/**
 * The frames for a camera at `src`, the address of its watch page (`…/w/front`), `…/embed/front` or `…/c/front`; undefined when it is none of
 * them. The key of a link in it is dropped, as a frame on another site cannot use one.
 */
export function frameAddresses(
  src: string,
  base: string,
  option: (name: string) => string | null,
  controls: boolean,
): FrameAddresses | undefined {
  const url = parsed(src, base);
  const [, root, camera] = CAMERA_PATH.exec(url?.pathname ?? '') ?? [];
  if (url === undefined || root === undefined || camera === undefined) {
    return undefined;
  }
  const query = new URLSearchParams(controls ? {} : { controls: '0' });
  for (const name of FRAME_OPTIONS) {
    const value = option(name);
    if (value !== null) {
      query.set(name, value === '' ? '1' : value);
    }
  }
  const lang = option('lang');
  const chatQuery = lang === null ? '' : `?${new URLSearchParams({ lang })}`;
  const path = `${url.origin}${root}embed/${camera}`;
  return { video: query.size === 0 ? path : `${path}?${query}`, chat: `${path}/chat${chatQuery}` };
}

function parsed(src: string, base: string): URL | undefined {
  if (!URL.canParse(src, base)) {
    return undefined;
  }
  const url = new URL(src, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}
