import { linkParts } from './links';

/** A part of a message: plain, a link when it has `href`, code between backticks, or a name that is mentioned. */
export interface MessagePart {
  readonly text: string;
  readonly href?: string;
  readonly code?: true;
  readonly mention?: true;
}

const CODE = /`([^`\n]+)`/g;

/** Splits a message into its parts; names of `known` people are mentions behind an `@`. */
export function messageParts(text: string, known: readonly string[]): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  let from = 0;
  for (const { 0: whole, 1: code = '', index } of text.matchAll(CODE)) {
    parts.push(...withoutCode(text.slice(from, index), known), { text: code, code: true });
    from = index + whole.length;
  }
  return [...parts, ...withoutCode(text.slice(from), known)];
}

/** Whether `text` mentions `name`. */
export function mentions(text: string, name: string): boolean {
  return name !== '' && messageParts(text, [name]).some((part) => part.mention);
}

function withoutCode(text: string, known: readonly string[]): readonly MessagePart[] {
  return linkParts(text).flatMap((part) =>
    part.href === undefined ? withMentions(part.text, known) : [part],
  );
}

function withMentions(text: string, known: readonly string[]): readonly MessagePart[] {
  const at = known
    .map((name) => ({ name, index: found(text, `@${name}`) }))
    .filter(({ index }) => index >= 0);
  // The longest of those that begin first: one name may begin with another.
  const [next] = at.sort((one, other) => one.index - other.index || other.name.length - one.name.length);
  if (next === undefined) {
    return text === '' ? [] : [{ text }];
  }
  const end = next.index + next.name.length + 1;
  return [
    ...(next.index > 0 ? [{ text: text.slice(0, next.index) }] : []),
    { text: text.slice(next.index, end), mention: true },
    ...withMentions(text.slice(end), known),
  ];
}

/** Where a word begins and ends as a whole in `text`, in any case; −1 when it does not. */
function found(text: string, word: string): number {
  const lower = text.toLowerCase();
  const wanted = word.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) {
      return at;
    }
  }
  return -1;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_-]/u.test(character);
}
