import type { LatencyPreference, Quality } from '../protocol/stream-message';

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
