const FIRST_MS = 200;
const LONGEST_MS = 20_000;

/** A connection that lasted this long makes the next wait start over. */
export const GOOD_AFTER_MS = 10_000;

/**
 * How long to wait before attempt number `attempt` (0 = first after a loss), in milliseconds.
 *
 * @param random a number in [0, 1), so that a thousand players do not come back in the same instant
 */
export function backoffMs(attempt: number, random: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (0.5 + random / 2);
}
