import { WORDS } from '../../words/words';

/** A wait, in the unit that suits it: `40 s`, `3 min`, `2 h`. */
export function waitWords(ms: number): string {
  if (ms < 100_000) {
    return wholeSeconds(ms);
  }
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 100 ? WORDS.time.minutes(minutes) : WORDS.time.hours(Math.ceil(ms / 3_600_000));
}

/** When it is tried again; the attempt that is under way says so. */
export function retryWords(againAtMs: number | undefined, nowMs: number): string {
  return againAtMs === undefined || againAtMs <= nowMs
    ? WORDS.time.retryNow
    : WORDS.time.retryIn(waitWords(againAtMs - nowMs));
}

/** How long ago, in the largest unit that fits. */
export function agoWords(us: number): string {
  const seconds = Math.max(0, Math.round(us / 1_000_000));
  if (seconds < 60) {
    return WORDS.time.secondsAgo(seconds);
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return WORDS.time.minutesAgo(minutes);
  }
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? WORDS.time.hoursAgo(hours, minutes % 60) : WORDS.time.daysAgo(Math.floor(hours / 24));
}

/** A length of time in whole seconds, at least one: `6 s`. */
export function wholeSeconds(ms: number): string {
  return WORDS.time.seconds(Math.max(1, Math.round(ms / 1000)));
}
