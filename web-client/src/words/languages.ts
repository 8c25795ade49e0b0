/** The languages of the pages, each by its own name. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  ja: '日本語',
  zh: '中文',
  ar: 'العربية',
} as const;

/** A language of the pages. */
export type Language = keyof typeof LANGUAGES;

/** English with marks around every text, for tests: what has none does not come from a catalogue. */
export const PSEUDO = 'en-XA';

/** A language to show, and the locale of its numbers, dates and times. */
export interface Choice {
  readonly language: Language | typeof PSEUDO;
  readonly locale: string;
}

/** What may decide the language, in this order. */
export interface LanguageSources {
  /** `lang` of the page's address. */
  readonly query: string | null;
  /** What was chosen on an earlier visit. */
  readonly kept: string | undefined;
  /** The languages of the browser, the dearest first. */
  readonly browser: readonly string[];
}

/** The first of the sources that names a language of the pages, else English. */
export function chooseLanguage({ query, kept, browser }: LanguageSources): Choice {
  if (query === PSEUDO) {
    return { language: PSEUDO, locale: 'en' };
  }
  const language =
    [query ?? '', kept ?? '', ...browser].map(languageOf).find((found) => found !== undefined) ?? 'en';
  return { language, locale: localeOf(language, browser) };
}

/** The language of the pages that a tag as `pt-BR` asks for. */
export function languageOf(tag: string): Language | undefined {
  const [language = ''] = tag.toLowerCase().split(/[-_]/);
  return Object.hasOwn(LANGUAGES, language) ? (language as Language) : undefined;
}

/** The browser's own variant of the language. Arabic is written with the digits that all other numbers of the page have. */
function localeOf(language: Language, browser: readonly string[]): string {
  const locale = browser.find((tag) => languageOf(tag) === language && isLocale(tag)) ?? language;
  return language === 'ar' ? `${locale.split('-u-')[0]}-u-nu-latn` : locale;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
