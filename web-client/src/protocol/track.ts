import { ProtocolError } from './error';
import {
  type Field,
  integer,
  listOf,
  objectOf,
  oneOf,
  positive,
  text,
  textLike,
  trackId,
  wholeOf,
} from './field';

/** Most tracks of one publication. */
export const MAX_TRACKS = 8;

interface TrackBase {
  readonly id: number;
  /** Role of the track, such as `main` or `low`; names a player does not know are allowed. */
  readonly name: string;
  /** RFC 6381 codec string, such as `avc1.42C01F`. */
  readonly codec: string;
  /** Decoder configuration record in base64 (avcC for `avc1`, hvcC for `hvc1`). */
  readonly config?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  /** End-to-end encryption of the payloads (RFC 9605); such a track cannot be decoded without its keys. */
  readonly encryption?: 'sframe';
}

export interface VideoTrack extends TrackBase {
  readonly kind: 'video';
  /** Coded size in samples, after cropping. */
  readonly width: number;
  readonly height: number;
  /** Sample aspect ratio, numerator and denominator; square when absent. */
  readonly sar?: readonly [numerator: number, denominator: number];
  /** Clockwise degrees to turn a frame by before it is shown. */
  readonly rotation?: 0 | 90 | 180 | 270;
  /** Frames a second, nominal. */
  readonly fps?: number;
}

export interface AudioTrack extends TrackBase {
  readonly kind: 'audio';
  /** Samples a second. */
  readonly sample_rate: number;
  readonly channels: number;
}

export interface DataTrack extends TrackBase {
  readonly kind: 'data';
}

/** One track of a publication, as its publisher announced it. */
export type Track = VideoTrack | AudioTrack | DataTrack;

/** What a track carries. */
export type TrackKind = Track['kind'];

const pixels = integer(1, 65_535);

const base = {
  id: trackId,
  name: textLike(/^[a-z][a-z0-9_-]{0,31}$/, 'a track name of 1 to 32 of [a-z0-9_-]'),
  codec: textLike(/^.{1,64}$/su, 'a codec string of 1 to 64 characters'),
};
const baseOptions = {
  config: text,
  language: textLike(
    /^(?=.{1,35}$)[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/,
    'a BCP 47 tag of at most 35 characters',
  ),
  encryption: oneOf('sframe'),
};

const ratio: Field<readonly [number, number]> = (value, name) => {
  const [numerator = 1, denominator = 1] = listOf(pixels, 2, 2)(value, name);
  return [numerator, denominator];
};

const KINDS: { readonly [K in TrackKind]: Field<Extract<Track, { kind: K }>> } = {
  video: objectOf(
    { ...base, kind: oneOf('video'), width: pixels, height: pixels },
    { ...baseOptions, sar: ratio, rotation: wholeOf(0, 90, 180, 270), fps: positive },
  ),
  audio: objectOf(
    { ...base, kind: oneOf('audio'), sample_rate: integer(1, 768_000), channels: integer(1, 255) },
    baseOptions,
  ),
  data: objectOf({ ...base, kind: oneOf('data') }, baseOptions),
};

const track: Field<Track> = (value, name) => {
  const { kind } = objectOf({ kind: oneOf('video', 'audio', 'data') })(value, name);
  return KINDS[kind](value, name);
};

/** Reads the tracks of a publication, whose ids are all different. */
export const trackList: Field<readonly Track[]> = (value, name) => {
  const tracks = listOf(track, 1, MAX_TRACKS)(value, name);
  if (new Set(tracks.map(({ id }) => id)).size < tracks.length) {
    throw new ProtocolError(`${name} has two tracks with the same id`);
  }
  return tracks;
};
