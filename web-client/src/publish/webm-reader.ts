/** A track as the header of a WebM stream describes it. */
export interface WebmTrack {
  readonly number: number;
  /** CodecID, such as `V_VP8` or `A_OPUS`. */
  readonly codec: string;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** One frame of video or packet of sound. */
export interface WebmBlock {
  readonly track: number;
  /** Milliseconds since the recording began. */
  readonly atMs: number;
  readonly key: boolean;
  readonly payload: Uint8Array<ArrayBuffer>;
}

/** Receives what a stream contains, in its order. */
export interface WebmListener {
  onTracks(tracks: readonly WebmTrack[]): void;
  onBlock(block: WebmBlock): void;
}

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const CLUSTER_TIME = 0xe7;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const REFERENCE = 0xfb;
const SIMPLE_BLOCK = 0xa3;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const TRACK_NUMBER = 0xd7;
const CODEC_ID = 0x86;
const VIDEO = 0xe0;
const WIDTH = 0xb0;
const HEIGHT = 0xba;
const AUDIO = 0xe1;
const CHANNELS = 0x9f;

/** What contains other elements is entered, not waited for: its size may be unknown. */
const ENTERED = new Set([SEGMENT, CLUSTER]);
const TAKEN = new Set([CLUSTER_TIME, BLOCK_GROUP, SIMPLE_BLOCK, TRACKS]);
/** More than any frame may have. */
const MOST_BYTES = 2 * 1024 * 1024;
const KEY_FLAG = 0x80;
const LACING = 0x06;
/** Bytes of a block before its frame, after the number of its track. */
const BLOCK_HEAD = 3;

interface Element {
  readonly id: number;
  /** Offset of its content. */
  readonly start: number;
  /** Undefined when it is not known. */
  readonly size: number | undefined;
}

/**
 * Reads WebM (Matroska, RFC 9559) as a browser records it, piece by piece. Holds one element that has not come whole, of at most 2 MiB.
 * Fails on what a browser does not record: laced blocks, elements of no size or of too much.
 */
export class WebmReader {
  readonly #listener: WebmListener;
  #bytes = new Uint8Array(0);
  #skip = 0;
  #clusterMs = 0;

  constructor(listener: WebmListener) {
    this.#listener = listener;
  }

  /** Takes the next piece of the stream; throws an `Error` when it cannot be read. */
  push(piece: Uint8Array): void {
    this.#append(piece);
    let element = elementAt(this.#bytes, 0);
    while (element !== undefined && this.#take(element)) {
      element = elementAt(this.#bytes, 0);
    }
  }

  #append(piece: Uint8Array): void {
    const skipped = Math.min(this.#skip, piece.length);
    this.#skip -= skipped;
    const rest = piece.subarray(skipped);
    const bytes = new Uint8Array(this.#bytes.length + rest.length);
    bytes.set(this.#bytes);
    bytes.set(rest, this.#bytes.length);
    this.#bytes = bytes;
  }

  /** False when more of the stream is needed first. */
  #take({ id, start, size }: Element): boolean {
    if (ENTERED.has(id)) {
      this.#bytes = this.#bytes.subarray(start);
      return true;
    }
    if (size === undefined || (TAKEN.has(id) && size > MOST_BYTES)) {
      throw new Error(`element ${id.toString(16)} of the recording has no size or is too large`);
    }
    const end = start + size;
    if (!TAKEN.has(id)) {
      this.#skip = Math.max(0, end - this.#bytes.length);
      this.#bytes = this.#bytes.subarray(Math.min(end, this.#bytes.length));
      return this.#skip === 0;
    }
    if (this.#bytes.length < end) {
      return false;
    }
    const content = this.#bytes.subarray(start, end);
    this.#bytes = this.#bytes.subarray(end);
    this.#read(id, content);
    return true;
  }

  #read(id: number, content: Uint8Array): void {
    switch (id) {
      case CLUSTER_TIME:
        this.#clusterMs = unsigned(content);
        return;
      case TRACKS:
        return this.#listener.onTracks(childrenOf(content, TRACK_ENTRY).map(trackOf));
      case BLOCK_GROUP:
        return this.#group(content);
      default:
        return this.#block(content);
    }
  }

  /** Frames with transparency come in groups: one that refers to no other is a key frame. */
  #group(content: Uint8Array): void {
    const [block] = childrenOf(content, BLOCK);
    if (block !== undefined) {
      this.#block(block, childrenOf(content, REFERENCE).length === 0);
    }
  }

  #block(content: Uint8Array, alone = false): void {
    const track = sizeAt(content, 0);
    if (track?.value === undefined || content.length < track.length + BLOCK_HEAD) {
      throw new Error('a block of the recording is cut off');
    }
    const view = new DataView(content.buffer, content.byteOffset + track.length);
    const flags = view.getUint8(2);
    if ((flags & LACING) !== 0) {
      throw new Error('a block of the recording has several frames');
    }
    this.#listener.onBlock({
      track: track.value,
      atMs: this.#clusterMs + view.getInt16(0),
      key: alone || (flags & KEY_FLAG) !== 0,
      payload: content.slice(track.length + BLOCK_HEAD),
    });
  }
}

function trackOf(entry: Uint8Array): WebmTrack {
  const [video = EMPTY] = childrenOf(entry, VIDEO);
  const [audio = EMPTY] = childrenOf(entry, AUDIO);
  return {
    number: numberIn(entry, TRACK_NUMBER),
    codec: new TextDecoder().decode(childrenOf(entry, CODEC_ID)[0] ?? EMPTY),
    width: numberIn(video, WIDTH),
    height: numberIn(video, HEIGHT),
    channels: numberIn(audio, CHANNELS) || 1,
  };
}

const EMPTY = new Uint8Array(0);

function numberIn(parent: Uint8Array, id: number): number {
  return unsigned(childrenOf(parent, id)[0] ?? EMPTY);
}

/** The contents of the children of one kind, of a parent that is there as a whole. */
function childrenOf(parent: Uint8Array, id: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const child = elementAt(parent, at);
    if (child?.size === undefined) {
      return found;
    }
    at = child.start + child.size;
    if (child.id === id) {
      found.push(parent.subarray(child.start, at));
    }
  }
}

/** The head of the element at `at`; undefined while it has not come whole. */
function elementAt(bytes: Uint8Array, at: number): Element | undefined {
  const idLength = lengthOf(bytes[at]);
  const size = sizeAt(bytes, at + idLength);
  if (size === undefined) {
    return undefined;
  }
  return {
    id: unsigned(bytes.subarray(at, at + idLength)),
    start: at + idLength + size.length,
    size: size.value,
  };
}

/** A variable-size integer without its marker (RFC 8794 §4); its value is undefined where all its bits are set. */
function sizeAt(bytes: Uint8Array, at: number): { value: number | undefined; length: number } | undefined {
  const length = lengthOf(bytes[at]);
  if (bytes.length < at + length) {
    return undefined;
  }
  const most = 2 ** (7 * length);
  const value = unsigned(bytes.subarray(at, at + length)) - most;
  return { value: value === most - 1 ? undefined : value, length };
}

/** Bytes of the variable-size integer that begins with `first`; 8 where there is none yet. */
function lengthOf(first: number | undefined): number {
  if (first === 0) {
    throw new Error('the recording is not WebM');
  }
  return first === undefined ? 8 : Math.clz32(first) - 23;
}

function unsigned(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
