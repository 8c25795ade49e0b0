/** Decoded sound: the samples of one or two channels. */
export interface PcmBlock {
  /** When its first sample was captured, in microseconds of the agent's clock. */
  readonly captureUs: number;
  /** Samples a second. */
  readonly rate: number;
  readonly channels: readonly Float32Array<ArrayBuffer>[];
}
