import type { PcmBlock } from './pcm-block';

/** Most blocks that wait: two seconds of 20 ms. The oldest go first. */
export const MOST_BLOCKS = 100;

/**
 * Hands over blocks in one message at a time: the next one goes when the last one has been taken. A thread for audio takes few messages
 * a second, and a queue of them in between would never get shorter.
 */
export class BlockCarrier {
  readonly #send: (blocks: readonly PcmBlock[]) => void;
  #waiting: PcmBlock[] = [];
  #underway = false;

  constructor(send: (blocks: readonly PcmBlock[]) => void) {
    this.#send = send;
  }

  /** Sends a block now, or with the next message. */
  add(block: PcmBlock): void {
    this.#waiting.push(block);
    if (this.#waiting.length > MOST_BLOCKS) {
      this.#waiting.shift();
    }
    this.#next();
  }

  /** The last message has been taken. */
  taken(): void {
    this.#underway = false;
    this.#next();
  }

  /** Drops what waits. */
  clear(): void {
    this.#waiting = [];
  }

  #next(): void {
    if (!this.#underway && this.#waiting.length > 0) {
      this.#underway = true;
      const blocks = this.#waiting;
      this.#waiting = [];
      this.#send(blocks);
    }
  }
}
