import type { ChatEntry } from './chat-log';

/** For each entry the time of the day that begins with it, µs since 1970; undefined where the day goes on. The day of `nowUs` needs no sign while it is the only one. */
export function newDays(entries: readonly ChatEntry[], nowUs: number): readonly (number | undefined)[] {
  let before = dayOf(nowUs);
  return entries.map((entry) => {
    if (entry.kind !== 'line') {
      return undefined;
    }
    const day = dayOf(entry.time);
    const begins = day !== before;
    before = day;
    return begins ? entry.time : undefined;
  });
}

function dayOf(us: number): string {
  return new Date(us / 1000).toDateString();
}
