import type { Announcement } from './state-words';

/** Decides what a screen reader is told: each state of a thing once, and only if it lasts. */
export class Announcer {
  #name: string | undefined;
  #sinceMs = 0;
  #told = false;

  /** What to say now, if anything. */
  next(name: string, announcement: Announcement | undefined, nowMs: number): Announcement | undefined {
    if (name !== this.#name) {
      this.#name = name;
      this.#sinceMs = nowMs;
      this.#told = false;
    }
    if (this.#told || announcement === undefined || nowMs - this.#sinceMs < announcement.afterMs) {
      return undefined;
    }
    this.#told = true;
    return announcement;
  }
}
