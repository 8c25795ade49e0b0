/** The one state a watch page is in; every member exists only where it means something. Times in ms of the page's clock. */
export type WatchState =
  | { readonly name: 'connecting'; readonly sinceMs: number }
  | { readonly name: 'waking'; readonly sinceMs: number }
  | { readonly name: 'live'; readonly latencyMs: number | undefined }
  | { readonly name: 'behind'; readonly latencyMs: number }
  | { readonly name: 'paused' }
  | { readonly name: 'stalled'; readonly sinceMs: number }
  | { readonly name: 'camera_offline'; readonly lastTakenUs: number | undefined }
  | { readonly name: 'camera_error' }
  | { readonly name: 'wrong_link' }
  | { readonly name: 'relay_restart'; readonly backAtMs: number | undefined }
  | { readonly name: 'offline_you' }
  | { readonly name: 'unsupported' };

/** Name of a state, as `data-state` of the root element tells it. */
export type WatchStateName = WatchState['name'];
