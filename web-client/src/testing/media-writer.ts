import type { MediaMessage } from '../protocol/media';

export { writeMedia } from '../protocol/media-writer';

/** A video access unit for tests: epoch 1, track 0, 30 frames a second, unless `members` says otherwise. */
export function frame(sequence: number, members: Partial<MediaMessage> = {}): MediaMessage {
  return {
    kind: 'video',
    key: false,
    disposable: false,
    encrypted: false,
    discontinuity: false,
    track: 0,
    layer: 0,
    sequence,
    captureTime: 1_000_000 + sequence * 33_333,
    epoch: 1,
    presentationOffset: 0,
    payload: new Uint8Array([0, 0, 0, 1, 0x41]),
    ...members,
  };
}
