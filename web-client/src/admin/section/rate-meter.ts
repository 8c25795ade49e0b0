/** Reads a rate from a counter of bytes that is looked at now and then. */
export class RateMeter {
  #bytes: number | undefined;
  #atMs = 0;

  /** Bits a second since the last look; undefined at the first one, and when the counter has begun anew. */
  bitRate(bytes: number, nowMs: number): number | undefined {
    const [before, sinceMs] = [this.#bytes, nowMs - this.#atMs];
    this.#bytes = bytes;
    this.#atMs = nowMs;
    return before === undefined || bytes < before || sinceMs <= 0
      ? undefined
      : ((bytes - before) * 8 * 1000) / sinceMs;
  }
}
