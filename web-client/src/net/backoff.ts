const FIRST_MS = 200;
const STEPS_MS = [FIRST_MS, 1_000, 6_000, 12_000];
const LONGEST_MS = 20_000;
const LEAST_SHARE = 0.1;
const VARIATION = 0.1;
const TRIES_EVERY_SECOND = 60;
const TRIES_EVERY_5_SECONDS = TRIES_EVERY_SECOND + 48;

/** A connection that lasted this long makes the next wait start over. */
export const GOOD_AFTER_MS = 10_000;

/**
 * How long to wait before attempt number `attempt` (0 = first) at a relay that answers and refuses, in milliseconds.
 *
 * @param random a number in [0, 1)
 */
export function backoffMs(attempt: number, random: number): number {
  return between((STEPS_MS[attempt] ?? LONGEST_MS) * LEAST_SHARE, STEPS_MS[attempt] ?? LONGEST_MS, random);
}

/**
 * How long to wait before attempt number `attempt` (0 = first after a loss) at a relay that is gone, in milliseconds: a first
 * wait anywhere in the spread, then the spread again and again, so that the attempts of all players stay evenly distributed
 * (docs/protocol.md §5).
 *
 * @param spreadMs over what time the relay wants its players to spread; 0 for few players, who try every second for a minute
 * @param random a number in [0, 1)
 */
export function reconnectMs(attempt: number, spreadMs: number, random: number): number {
  if (attempt === 0) {
    const longest = Math.max(FIRST_MS, spreadMs);
    return between(longest * LEAST_SHARE, longest, random);
  }
  const interval = Math.max(usualIntervalMs(attempt), spreadMs);
  return between(interval * (1 - VARIATION), interval * (1 + VARIATION), random);
}

function usualIntervalMs(attempt: number): number {
  if (attempt <= TRIES_EVERY_SECOND) {
    return 1_000;
  }
  return attempt <= TRIES_EVERY_5_SECONDS ? 5_000 : LONGEST_MS;
}

function between(least: number, most: number, random: number): number {
  return Math.round(least + random * (most - least));
}
