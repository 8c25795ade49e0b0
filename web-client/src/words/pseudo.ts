import { EN, type Words } from './en';

/** The marks around every text of the pseudo-locale. */
export const MARKS = ['⟦', '⟧'] as const;

/** English with marks around every text. */
export const WORDS = marked(EN) as Words;

function marked(part: unknown): unknown {
  if (typeof part === 'string') {
    return MARKS[0] + part + MARKS[1];
  }
  if (typeof part === 'function') {
    return (...places: readonly unknown[]) => marked(part(...places));
  }
  return Object.fromEntries(Object.entries(part as object).map(([name, value]) => [name, marked(value)]));
}
