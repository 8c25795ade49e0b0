import { heldMs } from '../../engine/preferences';
import type { WatchModel } from '../../state/watch-model';
import { decimal, WORDS } from '../../words/words';
import type { StatsRow } from './sound-rows';
import { deliveryWords, latencyWords, uplinkWords } from './state-words';
import type { Rates } from './stats-rows';

/** A part of the way from the camera to the screen, and how long it takes, in ms. */
export interface LatencyPart {
  readonly label: string;
  readonly ms: number;
}

/** What people ask first: how late the video is and why, and whether all is well. */
export interface StatsSummary {
  readonly latency: string;
  readonly sentence: string;
  readonly parts: readonly LatencyPart[];
  readonly facts: readonly StatsRow[];
}

/** The summary of a page; `bufferedMs` is what waits in its video element. */
export function statsSummary(model: WatchModel, bufferedMs: number, rates: Rates): StatsSummary {
  const { latencyMs, frame, clocks } = model;
  return {
    latency: latencyMs === undefined ? WORDS.stats.unknown : latencyWords(latencyMs),
    sentence: WORDS.stats.sentence,
    parts:
      latencyMs === undefined
        ? []
        : partsOf(latencyMs, keptBack(model, bufferedMs), clocks.agentRoundTripUs, clocks.roundTripUs),
    facts: [
      [
        WORDS.stats.video,
        frame === undefined
          ? '–'
          : WORDS.stats.perSecond(frame.width, frame.height, Math.round(rates.shownPerSecond)),
      ],
      [WORDS.stats.data, `${decimal(rates.bitsPerSecond / 1_000_000, 1)} Mbit/s`],
      [WORDS.stats.interruptions, model.reconnects === 0 ? WORDS.stats.none : String(model.reconnects)],
      [WORDS.stats.cameraUpload, uplinkWords(model.uplink) ?? WORDS.stats.good],
      [
        WORDS.stats.yourConnection,
        deliveryWords(model.delivery, model.preferences.quality) ?? WORDS.stats.good,
      ],
    ],
  };
}

/** What the player holds back besides the buffer of its video element; the rest of the way counts towards it. */
function keptBack({ latencyMs = 0, clocks, preferences }: WatchModel, bufferedMs: number): number {
  const way = ((clocks.agentRoundTripUs ?? 0) + (clocks.roundTripUs ?? 0)) / 2000;
  const held = Math.min(heldMs(preferences), latencyMs);
  return bufferedMs + Math.max(0, held - way);
}

/** Each way takes half of its round trip; what is left is spent in the camera and in the decoder. */
function partsOf(
  totalMs: number,
  keptMs: number,
  uploadRoundTripUs = 0,
  downloadRoundTripUs = 0,
): readonly LatencyPart[] {
  const known = [
    { label: WORDS.stats.upload, ms: uploadRoundTripUs / 2000 },
    { label: WORDS.stats.download, ms: downloadRoundTripUs / 2000 },
    { label: WORDS.stats.smoothness, ms: keptMs },
  ];
  const rest = totalMs - known.reduce((sum, { ms }) => sum + ms, 0);
  return [{ label: WORDS.stats.rest, ms: Math.max(0, rest) }, ...known].filter(({ ms }) => ms >= 0.5);
}
