/** Counts of what happened to access units and frames since the page was opened. */
export interface Counters {
  /** Access units that arrived, and their bytes. */
  received: number;
  receivedBytes: number;
  /** Dropped because a reference was missing. */
  heldForKey: number;
  /** Of another epoch, of a track that is not shown, or not announced. */
  ignored: number;
  /** Of tracks this player cannot play: data, encrypted media, more sound than one track. */
  unplayable: number;
  /** Dropped because the decoder was behind. */
  skippedDecoding: number;
  decoded: number;
  /** Decoded, but a newer one was there first. */
  skippedDrawing: number;
  decoderErrors: number;
  /** Acknowledgements that were sent. */
  acknowledged: number;
  /** Control messages of unknown types. */
  unknownMessages: number;
}

/** All zero. */
export function noCounters(): Counters {
  return {
    received: 0,
    receivedBytes: 0,
    heldForKey: 0,
    ignored: 0,
    unplayable: 0,
    skippedDecoding: 0,
    decoded: 0,
    skippedDrawing: 0,
    decoderErrors: 0,
    acknowledged: 0,
    unknownMessages: 0,
  };
}
