/** What a peer connection has received of the video so far, from its statistics. */
export interface Reception {
  readonly packets: number;
  readonly bytes: number;
  /** Packets that never came, and requests for packets that were missed at first. */
  readonly missed: number;
  /** Round trip to the relay, in milliseconds; undefined until it was measured. */
  readonly roundTripMs: number | undefined;
}

/** Nothing yet. */
export const NO_RECEPTION: Reception = { packets: 0, bytes: 0, missed: 0, roundTripMs: undefined };

/** One entry of the statistics, as far as it is read here. */
interface Entry {
  readonly type?: string;
  readonly kind?: string;
  readonly packetsReceived?: number;
  readonly bytesReceived?: number;
  readonly packetsLost?: number;
  readonly nackCount?: number;
  readonly currentRoundTripTime?: number;
}

/** Reads the statistics of a peer connection. */
export function readReception(entries: Iterable<Entry>): Reception {
  let found = NO_RECEPTION;
  for (const entry of entries) {
    if (entry.type === 'inbound-rtp' && entry.kind === 'video') {
      found = {
        ...found,
        packets: entry.packetsReceived ?? 0,
        bytes: entry.bytesReceived ?? 0,
        missed: Math.max(0, entry.packetsLost ?? 0) + (entry.nackCount ?? 0),
      };
    } else if (entry.type === 'candidate-pair' && entry.currentRoundTripTime !== undefined) {
      found = { ...found, roundTripMs: entry.currentRoundTripTime * 1000 };
    }
  }
  return found;
}

/** The share of packets between two moments that were missed at first, 0 to 1; undefined when there were none. */
export function missedShare(before: Reception, now: Reception): number | undefined {
  const packets = now.packets - before.packets;
  const missed = Math.max(0, now.missed - before.missed);
  return packets + missed > 0 ? missed / (packets + missed) : undefined;
}
