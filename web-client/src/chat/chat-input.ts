import { MAX_TEXT_BYTES, MAX_TEXT_GRAPHEMES } from '../protocol/limits';
import { WORDS } from '../words/words';

const COUNTER_FROM = 0.8;
const CONTROL_CHARACTERS = /[\p{Cc}\u2028\u2029]/gu;

/** How long a text is against the limits of the protocol. */
export interface TextMeasure {
  readonly graphemes: number;
  readonly bytes: number;
  readonly tooLong: boolean;
  /** Text of the counter, from 80 % of a limit on. */
  readonly counter: string | undefined;
}

/** The text to send for the typed one: without control characters except line ends, trimmed. */
export function prepareText(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL_CHARACTERS, (character) => (character === '\n' ? '\n' : ''))
    .trim();
}

/** Counts grapheme clusters and bytes of UTF-8. */
export function measureText(text: string): TextMeasure {
  const bytes = new TextEncoder().encode(text).length;
  const graphemes = countGraphemes(text);
  const tooLong = graphemes > MAX_TEXT_GRAPHEMES || bytes > MAX_TEXT_BYTES;
  const byBytes = bytes / MAX_TEXT_BYTES > graphemes / MAX_TEXT_GRAPHEMES;
  const share = byBytes ? bytes / MAX_TEXT_BYTES : graphemes / MAX_TEXT_GRAPHEMES;
  const words = byBytes ? WORDS.chat.bytes(bytes, MAX_TEXT_BYTES) : `${graphemes}/${MAX_TEXT_GRAPHEMES}`;
  return { graphemes, bytes, tooLong, counter: share >= COUNTER_FROM ? words : undefined };
}

/** A random id for one message, the same however often it is sent. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function countGraphemes(text: string): number {
  if (text.length * 2 < MAX_TEXT_GRAPHEMES || !('Segmenter' in Intl)) {
    return [...text].length;
  }
  return [...new Intl.Segmenter().segment(text)].length;
}
