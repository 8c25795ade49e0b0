/** The sections of the page, in the order of its menu. */
export const SECTIONS = {
  cameras: 'Cameras',
  links: 'Links',
  people: 'People',
  chat: 'Chat',
  health: 'Health',
  settings: 'Settings',
} as const;

/** Name of a section in the address. */
export type SectionName = keyof typeof SECTIONS;

/** The target of the address's fragment: a section or a page below one, about a camera or none, or the set-up with a one-time secret. */
export type AdminLocation =
  | { readonly kind: 'section'; readonly section: SectionName; readonly camera?: string }
  | { readonly kind: 'add'; readonly camera?: string }
  | { readonly kind: 'camera'; readonly camera: string }
  | { readonly kind: 'more' }
  | { readonly kind: 'setup'; readonly secret: string };

const CAMERA = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** Reads a fragment; anything that is no place of the page is taken for a secret. */
export function locationOf(hash: string): AdminLocation {
  const fragment = hash.slice(1);
  if (fragment === '') {
    return { kind: 'section', section: 'cameras' };
  }
  const slash = fragment.indexOf('/');
  const place = slash < 0 ? fragment : fragment.slice(0, slash);
  const camera = slash < 0 ? undefined : fragment.slice(slash + 1);
  return placeOf(place, camera) ?? { kind: 'setup', secret: fragment };
}

/** The section that the menu shows as the current one. */
export function sectionNameOf(target: AdminLocation): SectionName | 'more' {
  switch (target.kind) {
    case 'section':
      return target.section;
    case 'more':
      return 'more';
    default:
      return 'cameras';
  }
}

function placeOf(place: string, camera: string | undefined): AdminLocation | undefined {
  if (camera !== undefined && !CAMERA.test(camera)) {
    return undefined;
  }
  const about = camera === undefined ? {} : { camera };
  if (isSection(place)) {
    return { kind: 'section', section: place, ...about };
  }
  if (place === 'add') {
    return { kind: 'add', ...about };
  }
  if (place === 'more' && camera === undefined) {
    return { kind: 'more' };
  }
  return place === 'camera' && camera !== undefined ? { kind: 'camera', camera } : undefined;
}

function isSection(fragment: string): fragment is SectionName {
  return Object.hasOwn(SECTIONS, fragment);
}
