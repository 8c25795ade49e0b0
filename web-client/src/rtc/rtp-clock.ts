const TICKS_PER_SECOND = 90_000;
const ROUND_TICKS = 2 ** 32;
const US_PER_TICK = 1_000_000 / TICKS_PER_SECOND;
const ROUND_US = ROUND_TICKS * US_PER_TICK;
/** A capture time further from the present is none: the timestamps belong to another publication. */
const PLAUSIBLE_US = 60_000_000;

/** How the RTP timestamps of a relay's video follow from capture times, as long as a publication lasts. */
export interface RtpClock {
  /** The publication. */
  readonly epoch: number;
  /** The timestamp of capture time 0, unsigned 32 bits. */
  readonly zero: number;
}

/** Reads `epoch=E, zero=T`; undefined when it is something else. */
export function readRtpClock(header: string | null): RtpClock | undefined {
  const match = /^epoch=(\d{1,10}), zero=(\d{1,10})$/.exec(header ?? '');
  return match === null ? undefined : { epoch: Number(match[1]), zero: Number(match[2]) };
}

/**
 * The capture time of a frame in µs of the agent's clock: of all that the timestamp may mean, the one next to `nowUs` by that clock.
 * Undefined when that is a minute off or more.
 */
export function captureOf(rtpTimestamp: number, { zero }: RtpClock, nowUs: number): number | undefined {
  const us = ((rtpTimestamp - zero + ROUND_TICKS) % ROUND_TICKS) * US_PER_TICK;
  const captureUs = us + Math.round((nowUs - us) / ROUND_US) * ROUND_US;
  return Math.abs(nowUs - captureUs) < PLAUSIBLE_US ? Math.round(captureUs) : undefined;
}
