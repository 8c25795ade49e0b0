const GENTLE_RATE = 1.08;
const BRISK_RATE = 1.25;
const GENTLE_LAG_MS = 120;
const BRISK_LAG_MS = 250;
const SEEK_LAG_MS = 1000;
const CALM_SHARE = 0.6;
const PATIENCE_STEP_MS = 60;
const MOST_PATIENCE_MS = 400;
const PATIENCE_HALF_LIFE_MS = 20_000;

/** The action of a video element to stay near the live edge. */
export type ChaseMove =
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'seek'; readonly backMs: number };

/** Decides how fast to play, from how far the element is behind the newest frame; it never flaps between rates. */
export class LiveChase {
  #rate = 1;
  #patienceMs = 0;
  #patienceAtMs = 0;

  /**
   * @param lagMs distance from the shown to the newest frame
   * @param frameMs distance of two frames: a lag of one frame is no lag
   */
  decide(lagMs: number, frameMs: number, nowMs: number): ChaseMove {
    const slack = this.#patience(nowMs) + Math.max(0, 1.5 * frameMs - 60);
    if (lagMs > SEEK_LAG_MS + slack) {
      this.#rate = 1;
      return { kind: 'seek', backMs: Math.min(SEEK_LAG_MS / 2, GENTLE_LAG_MS * CALM_SHARE + slack) };
    }
    const gentleFrom = GENTLE_LAG_MS + slack;
    const briskFrom = BRISK_LAG_MS + slack;
    if (lagMs > briskFrom) {
      this.#rate = BRISK_RATE;
    } else if (this.#rate === BRISK_RATE && lagMs > gentleFrom) {
      this.#rate = BRISK_RATE;
    } else if (lagMs > gentleFrom || (this.#rate > 1 && lagMs > gentleFrom * CALM_SHARE)) {
      this.#rate = GENTLE_RATE;
    } else {
      this.#rate = 1;
    }
    return { kind: 'rate', rate: this.#rate };
  }

  /** The element ran out of data: keep a larger buffer for a while. */
  ranDry(nowMs: number): void {
    this.#patienceMs = Math.min(MOST_PATIENCE_MS, this.#patience(nowMs) + PATIENCE_STEP_MS);
    this.#patienceAtMs = nowMs;
  }

  #patience(nowMs: number): number {
    return this.#patienceMs * 0.5 ** ((nowMs - this.#patienceAtMs) / PATIENCE_HALF_LIFE_MS);
  }
}
