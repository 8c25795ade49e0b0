import type { Obstacle, PasswordStatus } from './entry-state';

/** The one state a watch page is in; every member exists only where it means something. Times in ms of the page's clock. */
export type WatchState =
  /** With `againAtMs` an attempt has failed, and the next one follows then, or is under way. */
  | { readonly name: 'connecting'; readonly sinceMs: number; readonly againAtMs: number | undefined }
  | { readonly name: 'waking'; readonly sinceMs: number; readonly lastCaptureUs: number | undefined }
  | { readonly name: 'live'; readonly latencyMs: number | undefined }
  | { readonly name: 'behind'; readonly latencyMs: number }
  | { readonly name: 'paused' }
  | { readonly name: 'stalled'; readonly sinceMs: number }
  /** What arrives cannot be decoded; shown frames are from before. */
  | { readonly name: 'damaged'; readonly againAtMs: number }
  | { readonly name: 'camera_offline'; readonly lastCaptureUs: number | undefined }
  | { readonly name: 'camera_error' }
  | { readonly name: 'paused_by_owner' }
  /** By the people there, or outside its hours, which begin again at `resumesAtUs`. */
  | {
      readonly name: 'paused_at_camera';
      readonly why: string;
      readonly resumesAtUs: number | undefined;
    }
  | {
      readonly name: 'password';
      readonly status: PasswordStatus;
      readonly againAtMs: number | undefined;
    }
  | { readonly name: 'wrong_link' }
  | { readonly name: 'link_ended' }
  | { readonly name: 'link_full'; readonly againAtMs: number | undefined }
  | { readonly name: 'banned' }
  /** By the owner, who does not keep the person out. */
  | { readonly name: 'disconnected' }
  | { readonly name: 'busy'; readonly againAtMs: number | undefined }
  /** The page came, but something between it and the relay lets no live connection through. */
  | { readonly name: 'blocked'; readonly by: Obstacle; readonly againAtMs: number | undefined }
  | { readonly name: 'relay_restart'; readonly backAtMs: number | undefined }
  | { readonly name: 'offline_you' }
  | { readonly name: 'unsupported' };

/** Name of a state, as in `data-state` of the root element. */
export type WatchStateName = WatchState['name'];

/** Whether the page is not admitted, or not any more: there are no viewers to count and no chat. */
export function isOutside(name: WatchStateName): boolean {
  return OUTSIDE.has(name);
}

/** Whether the camera is paused for all viewers. */
export function isPaused(name: WatchStateName): boolean {
  return name === 'paused_by_owner' || name === 'paused_at_camera';
}

/** Whether the last frame must be hidden, for privacy. */
export function isHidden(name: WatchStateName): boolean {
  return isPaused(name) || name === 'unsupported' || isOutside(name);
}

/** Whether what stands in place of the video covers it all, so that there is nothing to control. */
export function isDark(name: WatchStateName): boolean {
  return isHidden(name) || name === 'camera_offline' || name === 'camera_error' || name === 'waking';
}

const OUTSIDE: ReadonlySet<WatchStateName> = new Set([
  'password',
  'wrong_link',
  'link_ended',
  'link_full',
  'banned',
  'disconnected',
]);
