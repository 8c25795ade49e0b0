import type { Wishes } from '../../engine/preferences';
import { hasSmall } from '../../media/renditions';
import type { Quality } from '../../protocol/stream-message';
import type { Track } from '../../protocol/track';
import type { MenuGroup } from '../widget/menu-button';
import { PICTURE_WORDS } from './state-words';

const QUALITIES: readonly Quality[] = ['auto', 'main', 'low'];

/** What a reader can choose about the picture; its size only where there is a small one. */
export function pictureMenu(
  tracks: readonly Track[],
  { quality, latency }: Wishes,
): readonly MenuGroup<Partial<Wishes>>[] {
  const delay: MenuGroup<Partial<Wishes>> = {
    title: PICTURE_WORDS.latency,
    items: [
      {
        label: PICTURE_WORDS.asLive,
        value: { latency: latency === 'low' ? 'normal' : 'low' },
        checked: latency === 'low',
        alone: true,
      },
    ],
  };
  return hasSmall(tracks) ? [sizes(quality), delay] : [delay];
}

function sizes(chosen: Quality): MenuGroup<Partial<Wishes>> {
  return {
    title: PICTURE_WORDS.quality,
    items: QUALITIES.map((quality) => ({
      label: PICTURE_WORDS.qualities[quality],
      value: { quality },
      checked: quality === chosen,
    })),
  };
}
