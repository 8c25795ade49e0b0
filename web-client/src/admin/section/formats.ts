const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' });
const relativeDay = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const fine = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const sparse = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

const DAY_MS = 86_400_000;
const MEGA = 1_000_000;
const FINE_BELOW = 10;
const BYTE_UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** Milliseconds since 1970 as a date and a time of day. */
export function dateWords(ms: number): string {
  return full.format(ms);
}

/** The time of day alone: `10:21`. */
export function clockWords(ms: number): string {
  return clock.format(ms);
}

/** The day as people name it: `Sunday, December 6`. */
export function dayWords(ms: number): string {
  return day.format(ms);
}

/** A moment of the past in the fewest words: `10:21`, `yesterday, 18:02`, or a date. */
export function sinceWords(ms: number, nowMs: number): string {
  const days = Math.round((midnight(nowMs) - midnight(ms)) / DAY_MS);
  if (days === 0) {
    return clock.format(ms);
  }
  return days === 1 ? `${relativeDay.format(-1, 'day')}, ${clock.format(ms)}` : full.format(ms);
}

/** A day of the past in the fewest words: `today, 10:21`, `yesterday`, or a date. */
export function createdWords(ms: number, nowMs: number): string {
  const days = Math.round((midnight(nowMs) - midnight(ms)) / DAY_MS);
  if (days === 0) {
    return `${relativeDay.format(0, 'day')}, ${clock.format(ms)}`;
  }
  return days === 1 ? relativeDay.format(-1, 'day') : day.format(ms);
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

/** A short length of time: `41 s`, `1 min 12 s`. */
export function tookWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Bits a second: `640 kbit/s`, `1.8 Mbit/s`, `17 Mbit/s`. */
export function rateWords(bits: number): string {
  if (bits < MEGA) {
    return `${whole.format(bits / 1000)} kbit/s`;
  }
  const mega = bits / MEGA;
  return `${(mega < FINE_BELOW ? fine : whole).format(mega)} Mbit/s`;
}

/** A number of bytes in the unit that fits: `212 GB`. */
export function bytesWords(bytes: number): string {
  const power = Math.max(0, Math.min(BYTE_UNITS.length, Math.floor(Math.log10(Math.max(1, bytes)) / 3)) - 1);
  const value = bytes / 1000 ** (power + 1);
  return `${(value < FINE_BELOW ? sparse : whole).format(value)} ${BYTE_UNITS[power]}`;
}

/** A part of a whole: `12 %`. */
export function percentWords(part: number): string {
  return `${whole.format(part * 100)} %`;
}

function midnight(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}
