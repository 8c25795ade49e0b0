/** How many name colours the style sheet has. */
export const HUES = 12;

/** Which of the name colours a person has: the same on every page. */
export function hueOf(person: string): number {
  let hash = 0;
  for (const character of person) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 100_003;
  }
  return hash % HUES;
}
