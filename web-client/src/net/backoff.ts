const STEPS_MS = [200, 1_000, 6_000, 12_000];
const LONGEST_MS = 20_000;
const LEAST_SHARE = 0.1;

/** A connection that lasted this long makes the next wait start over. */
export const GOOD_AFTER_MS = 10_000;

/**
 * How long to wait before attempt number `attempt` (0 = first after a loss), in milliseconds: two short waits for a blip, then
 * waits so wide that a thousand players who lost the same relay come back one after the other (docs/protocol.md §5).
 *
 * @param random a number in [0, 1)
 */
export function backoffMs(attempt: number, random: number): number {
  return (STEPS_MS[attempt] ?? LONGEST_MS) * (LEAST_SHARE + random * (1 - LEAST_SHARE));
}
