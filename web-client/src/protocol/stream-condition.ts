/** How well the camera's own connection carries the video. */
export type UplinkQuality = 'fine' | 'slow' | 'poor';

/** What an agent says about the way from its camera; a relay passes it on. */
export interface StreamCondition {
  /** `fine` when absent. */
  readonly uplink?: UplinkQuality;
  /** Present while the video is paused at the camera: the reason, which may be empty. */
  readonly paused?: string;
  /** When its hours begin again, µs since 1970; absent when people have paused it. */
  readonly resumes_at?: number;
  /** Whether the camera has a head that can be moved now; not when absent. */
  readonly ptz?: boolean;
}
