/** An fMP4 segment for a SourceBuffer, with what the page must know about its access unit. */
export interface Segment {
  readonly type: 'segment';
  readonly kind: 'video' | 'audio';
  /** Number of the restart it follows; segments from before a restart are of no use after it. */
  readonly run: number;
  /** MIME type with codecs, there when the bytes are an init segment. */
  readonly mime?: string;
  /** MIME type of the sound that comes with the video, there when the bytes are the init segment of video with sound. */
  readonly soundMime?: string | undefined;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Position of the frame on the element's timeline, and its duration, in microseconds. */
  readonly mediaUs: number;
  readonly durationUs: number;
  /** When the frame was captured, by the agent's clock. */
  readonly captureUs: number;
}
