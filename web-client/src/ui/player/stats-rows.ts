import type { Engine } from '../../engine/engine';
import type { WatchModel } from '../../state/watch-model';
import { type StatsRow, soundRows } from './sound-rows';
import { latencyWords } from './state-words';

const TRANSPORTS = {
  webcodecs: 'WebSocket, WebCodecs',
  mse: 'WebSocket, MSE (fMP4)',
  webrtc: 'WebRTC',
} as const;

/** Rates, measured between two samples. */
export interface Rates {
  readonly framesPerSecond: number;
  readonly bitsPerSecond: number;
  readonly shownPerSecond: number;
}

/** The statistics of a page; they contain no secrets. */
export function statsRows(model: WatchModel, buffer: Engine['buffer'], rates: Rates): readonly StatsRow[] {
  const { clocks, counters, frame, track, preferences } = model;
  return [
    ['Latency', model.latencyMs === undefined ? 'unknown' : `${latencyWords(model.latencyMs)} (estimate)`],
    ['Transport', TRANSPORTS[model.mode ?? 'webcodecs']],
    ['Codec', track?.codec ?? '–'],
    [
      'Rendition',
      `${track?.name ?? '–'}, requested: ${preferences.quality}${preferences.latency === 'low' ? ', low latency' : ''}`,
    ],
    ['Delivery', model.delivery.replace('_', ' ')],
    ['Upload of the camera', model.uplink],
    ['Resolution', frame === undefined ? '–' : `${frame.width}×${frame.height}`],
    ['Frames', `${rates.shownPerSecond.toFixed(1)}/s shown`],
    ['Frames and packets of sound', `${rates.framesPerSecond.toFixed(1)}/s received`],
    ['Bitrate', `${(rates.bitsPerSecond / 1_000_000).toFixed(2)} Mbit/s`],
    ['Received', `${counters.received} (${(counters.receivedBytes / 1_000_000).toFixed(1)} MB)`],
    ['Dropped for a missing key frame', String(counters.heldForKey)],
    ['Skipped', `${counters.skippedDecoding} before decoding, ${counters.skippedDrawing} after`],
    ['Unplayable', `${counters.unplayable} (data, encrypted, other sound)`],
    ...peerRows(model.reception),
    ...soundRows(model.sound),
    ['Acknowledgements sent', String(counters.acknowledged)],
    ['Decoder errors', String(counters.decoderErrors)],
    [
      'Buffer',
      buffer === undefined ? 'none' : `${Math.round(buffer.lagMs)} ms at ×${buffer.rate.toFixed(2)}`,
    ],
    ['Relay round trip', milliseconds(clocks.roundTripUs)],
    ['Camera to relay round trip', milliseconds(clocks.agentRoundTripUs)],
    ['Clock offset', milliseconds(clocks.pageToRelayUs)],
    ['Reconnects', String(model.reconnects)],
    ['Relay', model.relayVersion || '–'],
  ];
}

/** The statistics as plain text, for a bug report. */
export function statsText(rows: readonly StatsRow[]): string {
  return rows.map(([label, value]) => `${label}: ${value}`).join('\n');
}

/** What a peer connection shows of its way; nothing without one. */
function peerRows(reception: WatchModel['reception']): readonly StatsRow[] {
  if (reception === undefined) {
    return [];
  }
  const { packets, bytes, missed, roundTripMs } = reception;
  return [
    ['By WebRTC', `${packets} packets (${(bytes / 1_000_000).toFixed(1)} MB), ${missed} missed at first`],
    ['WebRTC round trip', milliseconds(roundTripMs && roundTripMs * 1000)],
  ];
}

function milliseconds(us: number | undefined): string {
  return us === undefined ? '–' : `${(us / 1000).toFixed(1)} ms`;
}
