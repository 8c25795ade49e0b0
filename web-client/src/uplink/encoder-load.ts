/** Sizes to fall back to, pixels of the shorter side. */
const STEPS = [720, 540, 360, 240] as const;
/** This share of the frames may come while the encoder is still busy with those before. */
const MOST_BUSY = 0.2;
const SMOOTHING = 0.05;
/** How long the encoder has to be too slow before the size is reduced, and then again. */
const PATIENCE_MS = 3000;

/**
 * Finds the size that this computer can encode in time: reduces it when the camera is quicker than the encoder. It is not raised again,
 * because that would only repeat. The caller passes the time.
 */
export class EncoderLoad {
  #limit = Number.POSITIVE_INFINITY;
  #busy = 0;
  #slowSinceMs: number | undefined;

  /** Most pixels of the shorter side. */
  get limit(): number {
    return this.#limit;
  }

  /** A frame was due, and the encoder was too `busy` for it or not; it makes frames of `shortSide` pixels. */
  due(nowMs: number, busy: boolean, shortSide: number): void {
    this.#busy += (Number(busy) - this.#busy) * SMOOTHING;
    if (this.#busy <= MOST_BUSY) {
      this.#slowSinceMs = undefined;
      return;
    }
    this.#slowSinceMs ??= nowMs;
    if (nowMs - this.#slowSinceMs >= PATIENCE_MS) {
      this.#slowSinceMs = undefined;
      this.#busy = 0;
      this.#limit = STEPS.find((step) => step < shortSide) ?? this.#limit;
    }
  }
}
