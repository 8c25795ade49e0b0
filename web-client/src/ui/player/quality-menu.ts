import type { Preferences } from '../../engine/preferences';
import { hasSmall } from '../../media/renditions';
import type { Quality } from '../../protocol/stream-message';
import type { Track } from '../../protocol/track';
import type { MenuGroup } from '../widget/menu-button';
import { QUALITY_WORDS } from './state-words';

const QUALITIES: readonly Quality[] = ['auto', 'main', 'low'];

/** The quality and latency menu; quality only where there is a small rendition. */
export function qualityMenu(
  tracks: readonly Track[],
  { quality, latency }: Preferences,
): readonly MenuGroup<Partial<Preferences>>[] {
  const delay: MenuGroup<Partial<Preferences>> = {
    title: QUALITY_WORDS.latency,
    items: [
      {
        label: QUALITY_WORDS.asLive,
        value: { latency: latency === 'low' ? 'normal' : 'low' },
        checked: latency === 'low',
        alone: true,
      },
    ],
  };
  return hasSmall(tracks) ? [sizes(quality), delay] : [delay];
}

function sizes(chosen: Quality): MenuGroup<Partial<Preferences>> {
  return {
    title: QUALITY_WORDS.quality,
    items: QUALITIES.map((quality) => ({
      label: QUALITY_WORDS.qualities[quality],
      value: { quality },
      checked: quality === chosen,
    })),
  };
}
