const MOST = 32;
const MARKS = /\p{M}/gu;
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  đ: 'd',
  ł: 'l',
  þ: 'th',
};

/**
 * The name of a camera in addresses for a name that people gave it: `Nest box` becomes `nest-box`. A name that has no Latin letter or
 * digit becomes `camera`; one that is taken gets a number at its end.
 */
export function slugOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[ßæøœđłþ]/g, (letter) => LETTERS[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-');
  const slug = trimmed(plain, MOST) || 'camera';
  for (let number = 1; ; number++) {
    const tail = number === 1 ? '' : `-${number}`;
    const candidate = trimmed(slug, MOST - tail.length) + tail;
    if (!taken.has(candidate)) {
      return candidate;
    }
  }
}

function trimmed(text: string, most: number): string {
  return text.replace(/^-+/, '').slice(0, most).replace(/-+$/, '');
}
