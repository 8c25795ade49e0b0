import { describe, expect, it } from 'vitest';
import { WORDS as AR } from './ar';
import { WORDS as DE } from './de';
import { EN, type Words } from './en';
import { WORDS as ES } from './es';
import { WORDS as FR } from './fr';
import { WORDS as JA } from './ja';
import { chooseLanguage, type LANGUAGES, languageOf } from './languages';
import { plurals } from './plurals';
import { MARKS, WORDS as PSEUDO } from './pseudo';
import { WORDS as PT } from './pt';
import { WORDS as ZH } from './zh';

const CATALOGUES: Readonly<Record<keyof typeof LANGUAGES, Words>> = {
  en: EN,
  de: DE,
  es: ES,
  fr: FR,
  pt: PT,
  ja: JA,
  zh: ZH,
  ar: AR,
};

/** Texts that are the same in every language. */
const SAME = /^(page\.brand|player\.untitled)$/;

/** Places of a text, each with a value that no text contains by itself. */
const PLACES = [4711, 4712, 4713];

/** The texts of a catalogue by their paths, those with places filled in. */
function texts(part: unknown, path = ''): readonly (readonly [path: string, text: string, places: number])[] {
  if (typeof part === 'string') {
    return [[path, part, 0]];
  }
  if (typeof part === 'function') {
    return [[path, part(...PLACES), part.length]];
  }
  return Object.entries(part as object).flatMap(([name, value]) =>
    texts(value, path === '' ? name : `${path}.${name}`),
  );
}

const english = texts(EN);

describe('a catalogue', () => {
  it.each(Object.entries(CATALOGUES))('has every text, and no other: %s', (_, words) => {
    const found = texts(words);
    expect(found.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
    expect(found.filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  it.each(Object.entries(CATALOGUES))('has the same places in its texts: %s', (_, words) => {
    const english = new Map(texts(EN).map(([path, text]) => [path, placesIn(text)]));
    for (const [path, text] of texts(words)) {
      expect(placesIn(text), `${path}: ${text}`).toEqual(english.get(path));
    }
  });

  it.each(
    Object.entries(CATALOGUES).filter(([language]) => language !== 'en'),
  )('is in its own language: %s', (_, words) => {
    const others = new Map(english.map(([path, text]) => [path, text]));
    const copied = texts(words).filter(([path, text]) => others.get(path) === text && !SAME.test(path));
    // Words that both languages share, as "Player" and "Chat" in German.
    expect(copied.length / english.length).toBeLessThan(0.1);
  });

  it('of the pseudo-locale marks every text', () => {
    const bare = texts(PSEUDO).filter(([, text]) => !text.startsWith(MARKS[0]) || !text.endsWith(MARKS[1]));
    expect(bare).toEqual([]);
  });
});

function placesIn(text: string): readonly number[] {
  const plain = text.replace(/[.,\s\u00a0\u202f](?=\d{3}\b)/g, '');
  return PLACES.filter((place) => plain.includes(String(place)));
}

describe('plurals', () => {
  it('follow the rules of the language', () => {
    const cameras = [0, 1, 2, 3, 11, 100].map((count) => AR.page.countOfCameras(count));
    expect(new Set(cameras).size).toBe(6);
    expect(cameras[3]).toBe('3 كاميرات');
    expect(plurals('fr')(0, { one: '# caméra', other: '# caméras' })).toBe('0 caméra');
    expect(plurals('de')(0, { one: '# Kamera', other: '# Kameras' })).toBe('0 Kameras');
  });
});

describe('the language of a page', () => {
  const browser = ['nl-NL', 'de-AT', 'en'];

  it('is the first of the browser that the pages have, in its own variant', () => {
    expect(chooseLanguage({ query: null, kept: undefined, browser })).toEqual({
      language: 'de',
      locale: 'de-AT',
    });
  });

  it('is what the address asks for, then what was chosen here, before that', () => {
    expect(chooseLanguage({ query: 'pt-BR', kept: 'fr', browser }).language).toBe('pt');
    expect(chooseLanguage({ query: null, kept: 'fr', browser })).toEqual({ language: 'fr', locale: 'fr' });
    expect(chooseLanguage({ query: 'xx', kept: 'yy', browser }).language).toBe('de');
  });

  it('is English when nothing else is known', () => {
    expect(chooseLanguage({ query: null, kept: undefined, browser: ['nl', 'not a tag'] })).toEqual({
      language: 'en',
      locale: 'en',
    });
  });

  it('is never a name that every object has', () => {
    expect(languageOf('constructor')).toBeUndefined();
  });

  it('has one kind of digits in Arabic', () => {
    const { locale } = chooseLanguage({ query: 'ar', kept: undefined, browser: ['ar-EG'] });
    expect(new Intl.NumberFormat(locale).format(42)).toBe('42');
  });
});
