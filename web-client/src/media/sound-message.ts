import type { PcmBlock } from './pcm-block';
import type { SoundPosition } from './sound-clock';

/** From the engine's worker to the sound output. */
export type SoundMessage =
  /** To be answered with `taken`. */
  | { readonly type: 'blocks'; readonly blocks: readonly PcmBlock[] }
  /** Delay the sound by so much more than it needs itself. */
  | { readonly type: 'extra'; readonly ms: number }
  /** Drop what waits: nothing is heard until more comes. */
  | { readonly type: 'clear' };

/** What a sound output reports about ten times a second. */
export interface SoundReport extends SoundPosition {
  readonly type: 'report';
  readonly bufferedMs: number;
  readonly underruns: number;
  /** Sound that was dropped to stay close to live. */
  readonly skippedMs: number;
  /** Root mean square of the samples since the last report, 0 to 1, before volume. */
  readonly level: number;
}

/** From the sound output to the engine's worker. */
export type SoundAnswer = SoundReport | { readonly type: 'taken' };
