const WINDOW_MS = 1000;
const LEAST_MARGIN_MS = 20;
const MOST_MARGIN_MS = 200;
const MARGIN_STEP_MS = 20;
const MARGIN_DECAY_MS = 0.5;
const FIRST_SWING_MS = 80;
const MOST_SWING_MS = 300;
const SKIP_OVER_MS = 120;
const PAUSE_OVER_MS = 40;
const IDLE_MS = 3;
const SPEED_A_MS = 0.0004;
const MOST_SPEED = 0.01;

/** What to do in the next moment: nothing but silence, or play so fast after dropping `skipMs`. */
export type PlayoutMove =
  | { readonly kind: 'wait' }
  | { readonly kind: 'play'; readonly speed: number; readonly skipMs: number };

/**
 * Keeps the delay of the sound as small as its arrival allows: what waits at the least within a second is kept at a margin, by playing
 * up to 1 % faster or slower, or at once where that would take too long. The margin grows when the sound ran out, and shrinks again.
 */
export class Playout {
  #filling = true;
  #marginMs = LEAST_MARGIN_MS;
  #extraMs = 0;
  #swingMs = FIRST_SWING_MS;
  #speed = 1;
  #pauseMs = 0;
  #elapsedMs = 0;
  #leastMs = Number.POSITIVE_INFINITY;
  #mostMs = 0;
  #underruns = 0;

  /** How often the sound ran out. */
  get underruns(): number {
    return this.#underruns;
  }

  /** Delays the sound by so much more than it needs itself, because the frames come later. */
  setExtra(ms: number): void {
    this.#extraMs = ms;
  }

  /** Fills the buffer again before it goes on. */
  restart(): void {
    this.#filling = true;
    this.#startWindow();
  }

  /** The move for the next `spanMs`, with `bufferedMs` waiting. */
  next(bufferedMs: number, spanMs: number): PlayoutMove {
    if (this.#filling) {
      this.#filling = bufferedMs < this.#marginMs + this.#extraMs + this.#swingMs;
      if (this.#filling) {
        return { kind: 'wait' };
      }
    }
    if (this.#pauseMs > 0) {
      this.#pauseMs -= spanMs;
      return { kind: 'wait' };
    }
    if (bufferedMs < spanMs) {
      this.#ranOut();
      return { kind: 'wait' };
    }
    this.#leastMs = Math.min(this.#leastMs, bufferedMs);
    this.#mostMs = Math.max(this.#mostMs, bufferedMs);
    this.#elapsedMs += spanMs;
    const skipMs = this.#elapsedMs >= WINDOW_MS ? this.#judge() : 0;
    return { kind: 'play', speed: this.#speed, skipMs };
  }

  #ranOut(): void {
    this.#underruns++;
    this.#marginMs = Math.min(MOST_MARGIN_MS, this.#marginMs + MARGIN_STEP_MS);
    this.restart();
  }

  #judge(): number {
    const excessMs = this.#leastMs - this.#marginMs - this.#extraMs;
    this.#swingMs = Math.min(MOST_SWING_MS, this.#mostMs - this.#leastMs);
    this.#marginMs = Math.max(LEAST_MARGIN_MS, this.#marginMs - MARGIN_DECAY_MS);
    this.#startWindow();
    if (excessMs > SKIP_OVER_MS) {
      return excessMs;
    }
    if (excessMs < -PAUSE_OVER_MS) {
      this.#pauseMs = -excessMs;
    } else if (Math.abs(excessMs) > IDLE_MS) {
      this.#speed = 1 + Math.min(MOST_SPEED, Math.max(-MOST_SPEED, excessMs * SPEED_A_MS));
    }
    return 0;
  }

  #startWindow(): void {
    this.#speed = 1;
    this.#elapsedMs = 0;
    this.#leastMs = Number.POSITIVE_INFINITY;
    this.#mostMs = 0;
  }
}
