const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Milliseconds since 1970 as a date and a time of day. */
export function dateWords(ms: number): string {
  return full.format(ms);
}

/** The time left until `ms`. */
export function untilWords(ms: number, nowMs: number): string {
  return ms <= nowMs ? 'now' : `in ${spanWords(ms - nowMs)}`;
}

/** A length of time in its largest fitting unit. */
export function spanWords(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 100) {
    return `${minutes} min`;
  }
  const hours = Math.round(minutes / 60);
  return hours < 49 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
