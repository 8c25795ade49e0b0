import { fromBase64 } from '../protocol/base64';
import type { AudioTrack } from '../protocol/track';
import { box, concat, fullBox, type Part, u8, u16, u32 } from './boxes';
import { movie, UNITY_MATRIX } from './fmp4';

const FULL_VOLUME = 0x0100;
const OPUS_RATE = 48_000;
const OPUS_HEAD_BYTES = 19;
const ES_DESCRIPTOR = 3;
const DECODER_CONFIG = 4;
const DECODER_SPECIFIC_INFO = 5;
const SYNC_LAYER_CONFIG = 6;
const MPEG4_AUDIO = 0x40;
const AUDIO_STREAM = 0x15;
const PREDEFINED_FOR_MP4 = 2;

/** MIME type of segments with that sound; undefined when it cannot be wrapped here. */
export function soundMimeOf({ codec, config }: Pick<AudioTrack, 'codec' | 'config'>): string | undefined {
  const wraps = codec === 'opus' || (codec.startsWith('mp4a.40.') && config !== undefined);
  return wraps ? `audio/mp4; codecs="${codec}"` : undefined;
}

/** The init segment of the sound alone; `track` is one that {@link soundMimeOf} knows. */
export function soundInitSegment(
  track: Pick<AudioTrack, 'codec' | 'config' | 'sample_rate' | 'channels'>,
): Part {
  return movie({
    handler: 'soun',
    presentation: concat([u16(0, 0, FULL_VOLUME, 0), UNITY_MATRIX, u32(0, 0)]),
    mediaHeader: fullBox('smhd', 0, 0, u16(0, 0)),
    sampleEntry: track.codec === 'opus' ? opusEntry(track) : aacEntry(track),
  });
}

function opusEntry({ channels, config }: Pick<AudioTrack, 'channels' | 'config'>): Part {
  const specific = config === undefined ? stereoConfig(channels) : opusConfig(fromBase64(config));
  return soundEntry('Opus', channels, OPUS_RATE, box('dOps', specific));
}

function aacEntry({
  channels,
  sample_rate,
  config = '',
}: Pick<AudioTrack, 'channels' | 'sample_rate' | 'config'>): Part {
  return soundEntry(
    'mp4a',
    channels,
    sample_rate,
    fullBox('esds', 0, 0, elementaryStream(fromBase64(config))),
  );
}

/** AudioSampleEntry (ISO/IEC 14496-12 §12.2.3); a rate that 16 bits cannot hold is left to the decoder's configuration. */
function soundEntry(name: string, channels: number, rate: number, config: Part): Part {
  return box(
    name,
    u32(0),
    u16(0, 1),
    u32(0, 0),
    u16(channels, 16, 0, 0),
    u32(rate > 0xffff ? 0 : rate * 0x10000),
    config,
  );
}

/** OpusSpecificBox without an identification header: at most two channels, nothing to skip. */
function stereoConfig(channels: number): Part {
  return concat([u8(0, channels), u16(0), u32(OPUS_RATE), u16(0), u8(0)]);
}

/** OpusSpecificBox from an identification header (RFC 7845 §5.1): the same fields, the other way round in each. */
function opusConfig(head: Part): Part {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return concat([
    u8(0, view.getUint8(9)),
    u16(view.getUint16(10, true)),
    u32(view.getUint32(12, true)),
    u16(view.getUint16(16, true)),
    u8(view.getUint8(18)),
    head.slice(OPUS_HEAD_BYTES),
  ]);
}

/** ES_Descriptor (ISO/IEC 14496-1 §7.2.6.5) around an AudioSpecificConfig. */
function elementaryStream(config: Part): Part {
  return descriptor(
    ES_DESCRIPTOR,
    u16(0),
    u8(0),
    descriptor(
      DECODER_CONFIG,
      u8(MPEG4_AUDIO, AUDIO_STREAM, 0, 0, 0),
      u32(0, 0),
      descriptor(DECODER_SPECIFIC_INFO, config),
    ),
    descriptor(SYNC_LAYER_CONFIG, u8(PREDEFINED_FOR_MP4)),
  );
}

/** A tag, its size in four groups of 7 bits, its content. */
function descriptor(tag: number, ...parts: readonly Part[]): Part {
  const content = concat(parts);
  const groups = [21, 14, 7].map((shift) => 0x80 | ((content.length >>> shift) & 0x7f));
  return concat([u8(tag, ...groups, content.length & 0x7f), content]);
}
