import { RecentLeast } from '../net/recent-least';

/** A frame that is that much older than the youngest of the last half minute is late. */
export const LATE_BY_MS = 500;
/** Without a frame for that long, or for three frames of a slow stream, the next one is late. */
export const SILENT_MS = 700;
/** Of so many ticks, half a second each, */
const WINDOW_TICKS = 16;
/** so many with a late frame are a lossy way, */
const LATE_TICKS = 4;
/** and so many of the last few are one that carries nothing. */
const SEVERE_TICKS = 7;
const SEVERE_WINDOW_TICKS = 8;

/** Measures whether frames come late, tick by tick: one outage is no lossy way, several within seconds are. Pure. */
export class LatenessMeter {
  readonly #least = new RecentLeast();
  #ticks: readonly boolean[] = [];
  #lateNow = false;
  #shownAtMs: number | undefined;

  /** Whether frames have come late for some seconds. */
  get late(): boolean {
    return lateOf(this.#ticks) >= LATE_TICKS;
  }

  /** Whether hardly a frame has come in time. */
  get severe(): boolean {
    return lateOf(this.#ticks.slice(-SEVERE_WINDOW_TICKS)) >= SEVERE_TICKS;
  }

  /** Forgets what was measured. The next frames may be late as they will: only what follows the first counts. */
  restart(): void {
    this.#least.clear();
    this.#ticks = [];
    this.#lateNow = false;
    this.#shownAtMs = undefined;
  }

  /** A frame was shown. */
  frame(ageMs: number | undefined, nowMs: number): void {
    this.#shownAtMs = nowMs;
    if (ageMs !== undefined && ageMs - this.#least.add(ageMs, nowMs) > LATE_BY_MS) {
      this.#lateNow = true;
    }
  }

  /** Closes a tick. Before the first frame nothing is late. */
  tick(nowMs: number, frameMs: number, degraded: boolean): void {
    if (this.#shownAtMs === undefined) {
      return;
    }
    const silent = nowMs - this.#shownAtMs > Math.max(SILENT_MS, 3 * frameMs);
    this.#ticks = [...this.#ticks.slice(1 - WINDOW_TICKS), this.#lateNow || silent || degraded];
    this.#lateNow = false;
  }
}

function lateOf(ticks: readonly boolean[]): number {
  return ticks.filter((late) => late).length;
}
