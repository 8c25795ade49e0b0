import type { Announcement } from './state-words';

/** Decides what to announce to screen readers: each state once, and only if it lasts. */
export class Announcer {
  #name: string | undefined;
  #sinceMs = 0;
  #announced = false;

  /** The announcement that is due now, if any. */
  next(name: string, announcement: Announcement | undefined, nowMs: number): Announcement | undefined {
    if (name !== this.#name) {
      this.#name = name;
      this.#sinceMs = nowMs;
      this.#announced = false;
    }
    if (this.#announced || announcement === undefined || nowMs - this.#sinceMs < announcement.afterMs) {
      return undefined;
    }
    this.#announced = true;
    return announcement;
  }
}
