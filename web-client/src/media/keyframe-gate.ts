import { MAX_U32 } from '../protocol/limits';
import type { MediaHeader } from '../protocol/media';

const HALF_OF_U32 = 0x8000_0000;

/** Why the gate held an access unit back. */
export type GateVerdict = 'pass' | 'other_epoch' | 'waiting_for_key' | 'encrypted';

/** Lets only access units through whose references went through before; one gate for each track. */
export class KeyframeGate {
  readonly #epoch: number;
  #next: number | undefined;
  #beyondHole: number | undefined;

  /** Opens for `epoch` alone and waits for its first key frame. */
  constructor(epoch: number) {
    this.#epoch = epoch;
  }

  /** The relay left out only disposable ones before `sequence`: that one, and no other, may come next. */
  leftOut(sequence: number): void {
    if (this.#next !== undefined && (sequence - this.#next) >>> 0 < HALF_OF_U32) {
      this.#beyondHole = sequence;
    }
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
    if (!header.key && !this.#continues(header)) {
      this.close();
      return 'waiting_for_key';
    }
    this.#next = header.sequence === MAX_U32 ? 0 : header.sequence + 1;
    this.#beyondHole = undefined;
    return 'pass';
  }

  /** Waits for a key frame from now on: what went through is not there any more. */
  close(): void {
    this.#next = undefined;
    this.#beyondHole = undefined;
  }

  #continues({ sequence, discontinuity }: MediaHeader): boolean {
    return !discontinuity && sequence === (this.#beyondHole ?? this.#next);
  }
}
