import { describe, expect, it } from 'vitest';
import type { Segment } from '../media/segment';
import { AppendQueue, type BufferLike, MAX_WAITING } from './append-queue';

/** A SourceBuffer as browsers have it, which can be removed from its source by an error of the element. */
class FakeBuffer extends EventTarget implements BufferLike {
  updating = false;
  appended = 0;
  #removed = false;

  get buffered(): TimeRanges {
    if (this.#removed) {
      throw new DOMException('removed', 'InvalidStateError');
    }
    return { length: 1, start: () => 0, end: () => 9 };
  }

  appendBuffer(): void {
    if (this.#removed) {
      throw new DOMException('removed', 'InvalidStateError');
    }
    this.appended++;
    this.updating = true;
  }

  changeType(): void {
    return;
  }

  remove(): void {
    return;
  }

  /** The append that is under way is done. */
  done(): void {
    this.updating = false;
    this.dispatchEvent(new Event('updateend'));
  }

  /** The element has failed, and its source has let go of its buffers. */
  lost(): void {
    this.#removed = true;
  }
}

const SEGMENT: Segment = {
  type: 'segment',
  kind: 'video',
  run: 0,
  bytes: new Uint8Array(1),
  mediaUs: 0,
  durationUs: 0,
  captureUs: 0,
};

function queueOf() {
  const buffer = new FakeBuffer();
  let broken = 0;
  const queue = new AppendQueue(buffer, {
    onAppended: () => undefined,
    onBroken: () => {
      broken++;
    },
  });
  return { buffer, queue, broken: () => broken };
}

describe('appending to a buffer', () => {
  it('is over, once and without an exception, when the buffer was removed', () => {
    const { buffer, queue, broken } = queueOf();
    queue.add(SEGMENT);
    queue.add(SEGMENT);
    buffer.lost();
    buffer.done();
    queue.add(SEGMENT);
    buffer.dispatchEvent(new Event('error'));
    expect([broken(), buffer.appended, queue.buffered]).toEqual([1, 1, undefined]);
  });

  it('takes nothing after it was closed', () => {
    const { buffer, queue, broken } = queueOf();
    queue.close();
    queue.add(SEGMENT);
    buffer.done();
    expect([buffer.appended, broken()]).toEqual([0, 0]);
  });

  it('is over when the buffer takes nothing any more', () => {
    const { queue, broken } = queueOf();
    for (let i = 0; i <= MAX_WAITING + 1; i++) {
      queue.add(SEGMENT);
    }
    expect(broken()).toBe(1);
  });
});
