import type { LatencyPreference, Quality } from '../protocol/stream-message';
import type { PreferredPlayback } from '../rtc/media-transport';

/** What a viewer asks the relay to send. */
export interface Preferences {
  readonly quality: Quality;
  /** `smooth` is kept back in the player itself. */
  readonly latency: LatencyPreference | 'smooth';
}

const SMOOTH_MS = 3000;

/** What a relay assumes until a player sends preferences. */
export const DEFAULT_PREFERENCES: Preferences = { quality: 'auto', latency: 'normal' };

/** Whether both are the same. */
export function samePreferences(one: Preferences, other: Preferences): boolean {
  return one.quality === other.quality && one.latency === other.latency;
}

/** How old media are when they are shown: what `smooth` keeps back, in ms. */
export function heldMs({ latency }: Preferences): number {
  return latency === 'smooth' ? SMOOTH_MS : 0;
}

/** What a transport of its own media has to know of them. */
export function preferredPlayback(preferences: Preferences): PreferredPlayback {
  const { quality, latency } = preferences;
  return { quality, lowLatency: latency === 'low', heldMs: heldMs(preferences) };
}
