import { MAX_U32 } from '../protocol/limits';
import type { MediaHeader } from '../protocol/media';

const HALF_OF_U32 = 0x8000_0000;

/** What the gate does with an access unit: pass it, or hold it back for a reason. */
export type GateDecision = 'pass' | 'other_epoch' | 'waiting_for_key' | 'encrypted';

/** Passes only access units whose references passed before; one gate for each track. */
export class KeyframeGate {
  readonly #epoch: number;
  #next: number | undefined;
  #afterGap: number | undefined;

  /** Opens for `epoch` alone and waits for its first key frame. */
  constructor(epoch: number) {
    this.#epoch = epoch;
  }

  /** The relay dropped only disposable access units before `sequence`: only that one may come next. */
  droppedBefore(sequence: number): void {
    if (this.#next !== undefined && (sequence - this.#next) >>> 0 < HALF_OF_U32) {
      this.#afterGap = sequence;
    }
  }

  /** Decides about the next access unit in order of arrival. */
  judge(header: MediaHeader): GateDecision {
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
    this.#afterGap = undefined;
    return 'pass';
  }

  /** Waits for a key frame from now on: the earlier frames are gone. */
  close(): void {
    this.#next = undefined;
    this.#afterGap = undefined;
  }

  #continues({ sequence, discontinuity }: MediaHeader): boolean {
    return !discontinuity && sequence === (this.#afterGap ?? this.#next);
  }
}
