import { tokenize } from 'linkifyjs';

/** A stretch of a chat text; with `href` it leads somewhere. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

/** Cuts a chat text into plain stretches and web addresses; only http and https ever become links. */
export function linkParts(text: string): readonly TextPart[] {
  return tokenize(text).map((token) => {
    const shown = token.toString();
    const href = token.t === 'url' ? webAddress(token.toHref('https')) : undefined;
    return href === undefined ? { text: shown } : { text: shown, href };
  });
}

function webAddress(href: string): string | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === ''
    ? url.href
    : undefined;
}
