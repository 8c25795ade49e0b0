/** A time without gaps, milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What the timeline shows: a range of time that moves on with the clock. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** How far one step goes. */
export const STEP_MS = 10_000;

/** The shortest range that a timeline shows. */
const LEAST_RANGE_MS = 60_000;

/** The range from the oldest recording up to now. */
export function rangeOf(spans: readonly Span[], now: number): Range {
  const oldest = spans[0]?.from ?? now;
  return { from: Math.min(oldest, now - LEAST_RANGE_MS), to: now };
}

/** Where a moment lies in a range, from 0 to 1. */
export function placeOf(range: Range, ms: number): number {
  const part = (ms - range.from) / (range.to - range.from);
  return Math.min(1, Math.max(0, part));
}

/** The moment at a place from 0 to 1. */
export function momentAt(range: Range, place: number): number {
  return range.from + Math.min(1, Math.max(0, place)) * (range.to - range.from);
}

/**
 * The moment itself if it was recorded, else the nearest one after it, else the last second of the newest span; undefined when nothing was
 * recorded.
 */
export function recordedAt(spans: readonly Span[], ms: number): number | undefined {
  const next = spans.find((span) => span.to > ms);
  if (next !== undefined) {
    return Math.max(next.from, ms);
  }
  const last = spans.at(-1);
  return last === undefined ? undefined : Math.max(last.from, last.to - 1000);
}
