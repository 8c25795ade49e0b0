/** The sections of the page, in the order of its menu. */
export const SECTIONS = {
  cameras: 'Cameras',
  people: 'Viewers',
  links: 'Links',
  chat: 'Chat',
  health: 'Health',
  access: 'Account',
} as const;

/** Name of a section in the address. */
export type SectionName = keyof typeof SECTIONS;

/** The target of the address's fragment: a section, or the set-up with a one-time secret. */
export type AdminLocation =
  | { readonly kind: 'section'; readonly section: SectionName }
  | { readonly kind: 'setup'; readonly secret: string };

/** Reads a fragment; anything that is not a section is taken for a secret. */
export function locationOf(hash: string): AdminLocation {
  const fragment = hash.slice(1);
  if (fragment === '') {
    return { kind: 'section', section: 'cameras' };
  }
  return isSection(fragment) ? { kind: 'section', section: fragment } : { kind: 'setup', secret: fragment };
}

function isSection(fragment: string): fragment is SectionName {
  return Object.hasOwn(SECTIONS, fragment);
}
