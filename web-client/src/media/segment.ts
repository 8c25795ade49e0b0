/** A piece of fMP4 for a SourceBuffer, with what the page must know about the picture inside. */
export interface Segment {
  readonly type: 'segment';
  /** MIME type with codecs, there when the bytes are an init segment. */
  readonly mime?: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Place of the picture on the element's timeline, and its length, in microseconds. */
  readonly mediaUs: number;
  readonly durationUs: number;
  /** When the picture was taken, by the agent's clock. */
  readonly takenUs: number;
}
