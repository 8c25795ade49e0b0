import type { LatencyWish, Quality } from '../protocol/stream-message';

/** What a reader would like to be sent. */
export interface Wishes {
  readonly quality: Quality;
  readonly latency: LatencyWish;
}

/** What a relay assumes of somebody who has said nothing. */
export const START_WISHES: Wishes = { quality: 'auto', latency: 'normal' };

/** Whether both are the same. */
export function sameWishes(one: Wishes, other: Wishes): boolean {
  return one.quality === other.quality && one.latency === other.latency;
}
