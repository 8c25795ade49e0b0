import type { Size } from '../uplink/video-plan';

/** A codec that this page can publish, best first: every player decodes H.264, browsers VP9 and VP8. */
export type PublishCodec = 'h264' | 'vp9' | 'vp8';

const ORDER: readonly PublishCodec[] = ['h264', 'vp9', 'vp8'];
/** Pixels of 1280x720: up to here level 3.1 suffices. */
const LEVEL_31_PIXELS = 921_600;
/** As many as wait for an encoder at most: one that wants more before its first frame comes out is of no use. */
const TRIAL_FRAMES = 3;
const TRIAL_FRAME_US = 40_000;
/** A busy computer takes long to set an encoder up. */
const TRIAL_MS = 3000;

/** The codec string of the WebCodecs registry for frames of this size. */
export function codecString(codec: PublishCodec, { width, height }: Size): string {
  switch (codec) {
    case 'h264':
      return width * height > LEVEL_31_PIXELS ? 'avc1.42E028' : 'avc1.42E01F';
    case 'vp9':
      return width * height > LEVEL_31_PIXELS ? 'vp09.00.40.08' : 'vp09.00.31.08';
    default:
      return 'vp8';
  }
}

/** What an encoder is set up with. */
export function encoderConfig(
  codec: PublishCodec,
  plan: Size & { readonly fps: number; readonly bitRate: number },
): VideoEncoderConfig {
  return {
    codec: codecString(codec, plan),
    width: plan.width,
    height: plan.height,
    framerate: plan.fps,
    bitrate: plan.bitRate,
    bitrateMode: 'variable',
    latencyMode: 'realtime',
    ...(codec === 'h264' && { avc: { format: 'avc' as const } }),
  };
}

/** The first codec that this browser encodes; undefined when there is none. `wanted` is tried alone where it is given. */
export async function chooseCodec(
  isSupported: (config: VideoEncoderConfig) => Promise<boolean>,
  wanted: string | null,
): Promise<PublishCodec | undefined> {
  const tried = ORDER.filter((codec) => wanted === null || codec === wanted);
  for (const codec of tried) {
    if (await isSupported(encoderConfig(codec, { width: 1280, height: 720, fps: 30, bitRate: 2_000_000 }))) {
      return codec;
    }
  }
  return undefined;
}

/** Whether `config` can be encoded here, frame by frame; false where there is no WebCodecs. Takes 3 s at most. */
export async function isEncodable(config: VideoEncoderConfig): Promise<boolean> {
  if (typeof VideoEncoder === 'undefined') {
    return false;
  }
  const { supported } = await VideoEncoder.isConfigSupported(config).catch(() => ({ supported: false }));
  return supported === true && (await comesOut(config));
}

/** Encodes black frames. Browsers call encoders supported that keep all frames until they are flushed, as Firefox's for H.264. */
function comesOut(config: VideoEncoderConfig): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (works: boolean) => {
      clearTimeout(timer);
      if (encoder.state !== 'closed') {
        encoder.close();
      }
      resolve(works);
    };
    const timer = setTimeout(() => end(false), TRIAL_MS);
    const encoder = new VideoEncoder({ output: () => end(true), error: () => end(false) });
    try {
      encoder.configure(config);
      encodeBlack(encoder, config);
    } catch {
      end(false);
    }
  });
}

function encodeBlack(encoder: VideoEncoder, config: VideoEncoderConfig): void {
  for (let i = 0; i < TRIAL_FRAMES; i++) {
    const frame = blackFrame(config, i * TRIAL_FRAME_US);
    encoder.encode(frame, { keyFrame: i === 0 });
    frame.close();
  }
}

function blackFrame({ width, height }: VideoEncoderConfig, timestamp: number): VideoFrame {
  const pixels = new Uint8Array((width * height * 3) / 2).fill(128, width * height);
  return new VideoFrame(pixels, { format: 'I420', codedWidth: width, codedHeight: height, timestamp });
}
