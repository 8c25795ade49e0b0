import { MAX_U32 } from '../protocol/limits';
import type { MediaHeader } from '../protocol/media';

/** Why the gate held an access unit back. */
export type GateVerdict = 'pass' | 'other_epoch' | 'waiting_for_key' | 'encrypted';

/** Lets only access units through whose references went through before; one gate for each track. */
export class KeyframeGate {
  readonly #epoch: number;
  #next: number | undefined;

  /** Opens for `epoch` alone and waits for its first key frame. */
  constructor(epoch: number) {
    this.#epoch = epoch;
  }

  /** Decides about the next access unit in order of arrival. */
  judge(header: MediaHeader): GateVerdict {
    if (header.epoch !== this.#epoch) {
      return 'other_epoch';
    }
    if (header.encrypted) {
      this.close();
      return 'encrypted';
    }
    const continues = header.sequence === this.#next && !header.discontinuity;
    if (!header.key && !continues) {
      this.close();
      return 'waiting_for_key';
    }
    this.#next = header.sequence === MAX_U32 ? 0 : header.sequence + 1;
    return 'pass';
  }

  /** Waits for a key frame from now on: what went through is not there any more. */
  close(): void {
    this.#next = undefined;
  }
}
