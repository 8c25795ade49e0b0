import type { components } from '../../api/schema';
import type { BanHits } from '../../ui/chat/chat-menus';

type Viewer = components['schemas']['Viewer'];

/** Whom a ban of a viewer hits among those who watch the same camera. */
export function banHits(banned: Viewer, viewers: readonly Viewer[]): BanHits {
  const others = viewers.filter(({ person }) => person !== banned.person);
  const names = (hit: (viewer: Viewer) => boolean) => [
    ...new Set(others.filter(hit).map(({ name }) => name)),
  ];
  const endsLink = banned.role === 'moderate' && banned.link !== undefined;
  return {
    sameAddress: names(
      ({ address, role }) => address === banned.address && role !== 'moderate' && role !== 'owner',
    ),
    sameLink: endsLink ? names(({ link }) => link === banned.link) : [],
    endsLink,
  };
}
