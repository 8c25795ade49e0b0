/** How many name colours the style sheet has. */
export const HUES = 12;

/** Which of the name colours a person has: the same on every page. */
export function hueOf(person: string): number {
  let hash = 0x811c_9dc5;
  for (const character of person) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x0100_0193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % HUES;
}
