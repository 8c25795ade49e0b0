/** The texts of how long ago something was, as `Intl` has them. */
export interface Relative {
  readonly secondsAgo: (count: number) => string;
  readonly minutesAgo: (count: number) => string;
  readonly daysAgo: (count: number) => string;
}

/** How long ago, in `language`, with short names of units. */
export function relative(language: string): Relative {
  let format: Intl.RelativeTimeFormat | undefined;
  const ago = (unit: Intl.RelativeTimeFormatUnit) => (count: number) => {
    format ??= new Intl.RelativeTimeFormat(language, { style: 'short' });
    return format.format(-count, unit);
  };
  return { secondsAgo: ago('second'), minutesAgo: ago('minute'), daysAgo: ago('day') };
}
