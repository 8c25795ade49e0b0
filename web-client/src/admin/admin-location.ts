/** The sections of the page, in the order of its menu. */
export const SECTIONS = {
  cameras: 'Cameras',
  people: 'People watching',
  links: 'Links',
  chat: 'Chat',
  health: 'Health',
  access: 'Sign-ins',
} as const;

/** Name of a section, as the address tells it. */
export type SectionName = keyof typeof SECTIONS;

/** What the fragment of the address asks for: a section, or to become the owner with a one-time secret. */
export type Place =
  | { readonly kind: 'section'; readonly section: SectionName }
  | { readonly kind: 'setup'; readonly secret: string };

/** Reads a fragment; whatever is no section is taken for a secret. */
export function placeOf(hash: string): Place {
  const fragment = hash.slice(1);
  if (fragment === '') {
    return { kind: 'section', section: 'cameras' };
  }
  return isSection(fragment) ? { kind: 'section', section: fragment } : { kind: 'setup', secret: fragment };
}

function isSection(fragment: string): fragment is SectionName {
  return Object.hasOwn(SECTIONS, fragment);
}
