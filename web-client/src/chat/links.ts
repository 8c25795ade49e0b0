import { tokenize } from 'linkifyjs';

/** A part of a chat text; a link when it has `href`. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

/** Splits a chat text into plain parts and web addresses; only http and https ever become links. */
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
