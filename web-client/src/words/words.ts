import { EN, type Words } from './en';
import { type Choice, type Language, PSEUDO } from './languages';

/** The texts in the language of the page: English until {@link speak} is done, so they are read when they are shown, never when a module is loaded. */
export let WORDS: Words = EN;

/** The language of {@link WORDS}. */
export let LANGUAGE: Choice['language'] = 'en';

/** The locale of the page's numbers, dates and times; undefined is the browser's own. */
export let LOCALE: string | undefined;

/** Each is a file of its own, loaded only where it is spoken. */
const CATALOGUES: Readonly<
  Record<Exclude<Language, 'en'> | typeof PSEUDO, () => Promise<{ readonly WORDS: Words }>>
> = {
  de: () => import('./de'),
  es: () => import('./es'),
  fr: () => import('./fr'),
  pt: () => import('./pt'),
  ja: () => import('./ja'),
  zh: () => import('./zh'),
  ar: () => import('./ar'),
  [PSEUDO]: () => import('./pseudo'),
};

/** Shows the page in a language from now on; in English where its catalogue cannot be loaded. Returns the language. */
export async function speak({ language, locale }: Choice): Promise<string> {
  if (language === 'en') {
    LOCALE = locale;
    return language;
  }
  try {
    WORDS = (await CATALOGUES[language]()).WORDS;
    LANGUAGE = language;
    LOCALE = locale;
    return language;
  } catch {
    return 'en';
  }
}

/** A number with so many decimals. */
export function decimal(value: number, decimals: number): string {
  return new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  }).format(value);
}

/** Names in a row, with the language's own comma. */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat(LOCALE, { type: 'unit', style: 'short' }).format(names);
}

/** Formats moments, in ms since 1970, as dates and times of the page's locale. */
export function dateFormat(options: Intl.DateTimeFormatOptions): (moment: number | Date) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (moment) => {
    format ??= new Intl.DateTimeFormat(LOCALE, options);
    return format.format(moment);
  };
}
