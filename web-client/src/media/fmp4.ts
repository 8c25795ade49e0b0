import type { VideoTrack } from '../protocol/track';
import { ascii, box, concat, fullBox, type Part, u8, u16, u32, u64 } from './boxes';
import { sampleAspect, squareSize, turn } from './display';

/** Ticks a second of every time in the segments: microseconds, so that nothing is rounded. */
export const TIMESCALE = 1_000_000;

const TRACK = 1;
/** The matrix that neither moves nor turns (ISO/IEC 14496-12 §6.2.2). */
export const UNITY_MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x4000_0000);
const SELF_CONTAINED = 1;
const DEFAULT_BASE_IS_MOOF = 0x02_0000;
const TRUN_OFFSET_DURATION_SIZE_FLAGS_COMPOSITION = 0x000f01;
const SYNC_SAMPLE = 0x0200_0000;
const DEPENDENT_SAMPLE = 0x0101_0000;
const MDAT_HEADER_BYTES = 8;

/** Sample entries (ISO/IEC 14496-15 and the AV1 binding) and the box each keeps its decoder configuration record in. */
const CONFIG_BOXES: Readonly<Record<string, string>> = {
  avc1: 'avcC',
  avc3: 'avcC',
  hvc1: 'hvcC',
  hev1: 'hvcC',
  av01: 'av1C',
};

/** What an init segment says of a track: how its frames are decoded and how they are shown. */
export interface VideoDescription
  extends Pick<VideoTrack, 'codec' | 'width' | 'height' | 'sar' | 'rotation'> {
  /** Decoder configuration record, such as avcC or hvcC. */
  readonly config: Part;
}

/** Whether video of that RFC 6381 codec string can be wrapped here. */
export function canWrap(codec: string): boolean {
  return Object.hasOwn(CONFIG_BOXES, sampleEntryOf(codec));
}

/** One access unit on the timeline of the segments; all times in ticks of {@link TIMESCALE}. */
export interface Sample {
  readonly decodeTime: number;
  readonly duration: number;
  /** Presentation time minus decoding time; may be negative. */
  readonly compositionOffset: number;
  readonly key: boolean;
  readonly payload: Part;
}

/** The init segment of a live stream with one video track, of a codec that {@link canWrap}. */
export function initSegment(video: VideoDescription): Part {
  const shown = squareSize(video);
  return movie({
    handler: 'vide',
    presentation: concat([
      u16(0, 0, 0, 0),
      displayMatrix(video),
      u32(shown.width * 0x10000, shown.height * 0x10000),
    ]),
    mediaHeader: fullBox('vmhd', 0, 1, u16(0, 0, 0, 0)),
    sampleEntry: videoEntry(video),
  });
}

/** What distinguishes the init segments of video and sound. */
export interface TrackDescription {
  readonly handler: 'vide' | 'soun';
  /** Layer, group and volume, display matrix, width and height: the last fields of the track header. */
  readonly presentation: Part;
  readonly mediaHeader: Part;
  readonly sampleEntry: Part;
}

/** The init segment of a live stream with one track. */
export function movie(description: TrackDescription): Part {
  return concat([
    box('ftyp', ascii('iso5'), u32(512), ascii('iso5'), ascii('iso6'), ascii('mp41')),
    box(
      'moov',
      movieHeader(),
      track(description),
      box('mvex', fullBox('trex', 0, 0, u32(TRACK, 1, 0, 0, 0))),
    ),
  ]);
}

/** A media segment with one access unit; `number` counts segments from 1. */
export function mediaSegment(number: number, sample: Sample): Part {
  const dataOffset = movieFragment(number, sample, 0).length + MDAT_HEADER_BYTES;
  return concat([movieFragment(number, sample, dataOffset), box('mdat', sample.payload)]);
}

function sampleEntryOf(codec: string): string {
  return codec.split('.', 1)[0] ?? '';
}

function movieFragment(number: number, sample: Sample, dataOffset: number): Part {
  return box(
    'moof',
    fullBox('mfhd', 0, 0, u32(number)),
    box(
      'traf',
      fullBox('tfhd', 0, DEFAULT_BASE_IS_MOOF, u32(TRACK)),
      fullBox('tfdt', 1, 0, u64(sample.decodeTime)),
      fullBox(
        'trun',
        1,
        TRUN_OFFSET_DURATION_SIZE_FLAGS_COMPOSITION,
        u32(1, dataOffset, sample.duration, sample.payload.length),
        u32(sample.key ? SYNC_SAMPLE : DEPENDENT_SAMPLE, sample.compositionOffset),
      ),
    ),
  );
}

function movieHeader(): Part {
  return fullBox(
    'mvhd',
    0,
    0,
    u32(0, 0, TIMESCALE, 0, 0x10000),
    u16(0x0100, 0),
    u32(0, 0),
    UNITY_MATRIX,
    u32(0, 0, 0, 0, 0, 0, TRACK + 1),
  );
}

/** The display matrix of a track (ISO/IEC 14496-12 §6.2.2), in 16.16 and 2.30 fixed point. */
function displayMatrix(video: VideoDescription): Part {
  const [a, b, c, d, x, y] = turn(squareSize(video), video.rotation).map((value) => value * 0x10000);
  return u32(a ?? 0, b ?? 0, 0, c ?? 0, d ?? 0, 0, x ?? 0, y ?? 0, 0x4000_0000);
}

function track({ handler, presentation, mediaHeader, sampleEntry }: TrackDescription): Part {
  const header = fullBox('tkhd', 0, 3, u32(0, 0, TRACK, 0, 0, 0, 0), presentation);
  const media = box(
    'mdia',
    fullBox('mdhd', 0, 0, u32(0, 0, TIMESCALE, 0), u16(0x55c4, 0)),
    fullBox('hdlr', 0, 0, u32(0), ascii(handler), u32(0, 0, 0), u8(0)),
    box(
      'minf',
      mediaHeader,
      box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, SELF_CONTAINED))),
      sampleTable(sampleEntry),
    ),
  );
  return box('trak', header, media);
}

function videoEntry(video: VideoDescription): Part {
  const name = sampleEntryOf(video.codec);
  const aspect = sampleAspect(video);
  return box(
    name,
    u32(0),
    u16(0, 1),
    u32(0, 0, 0, 0),
    u16(video.width, video.height),
    u32(0x48_0000, 0x48_0000, 0),
    u16(1),
    new Uint8Array(32),
    u16(0x18, 0xffff),
    box(CONFIG_BOXES[name] ?? '', video.config),
    ...(aspect === undefined ? [] : [box('pasp', u32(...aspect))]),
  );
}

function sampleTable(sampleEntry: Part): Part {
  return box(
    'stbl',
    fullBox('stsd', 0, 0, u32(1), sampleEntry),
    fullBox('stts', 0, 0, u32(0)),
    fullBox('stsc', 0, 0, u32(0)),
    fullBox('stsz', 0, 0, u32(0, 0)),
    fullBox('stco', 0, 0, u32(0)),
  );
}
