/** What is measured while sound is played by the worklet. */
export interface SoundStats {
  readonly bufferedMs: number;
  readonly underruns: number;
  /** Sound that was dropped to stay close to live. */
  readonly skippedMs: number;
  /** Root mean square, 0 to 1, before volume. */
  readonly level: number;
  /** How much newer the drawn frame is than what is heard, in ms. */
  readonly skewMs: number | undefined;
}

/** The sound of a camera on this page. */
export interface SoundStatus {
  /** Codec of the camera's sound; undefined when it has none. */
  readonly codec: string | undefined;
  /** Why this browser cannot play it. */
  readonly problem: string | undefined;
  /** Whether it is to be heard. */
  readonly on: boolean;
  /** 0 to 1. */
  readonly volume: number;
  readonly stats: SoundStats | undefined;
}

/** Before anything is known. */
export const NO_SOUND: SoundStatus = {
  codec: undefined,
  problem: undefined,
  on: false,
  volume: 1,
  stats: undefined,
};
