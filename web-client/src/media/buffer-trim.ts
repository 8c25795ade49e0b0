const KEEP_BEHIND_S = 10;
const SLACK_S = 5;

/** The range of the buffer to remove, undefined while it is small: 10 s behind the playhead are kept. */
export function trimRange(
  bufferedFromS: number,
  currentS: number,
  newestS: number,
): { readonly fromS: number; readonly toS: number } | undefined {
  const toS = Math.min(Math.max(currentS, newestS - KEEP_BEHIND_S), newestS) - KEEP_BEHIND_S;
  return toS - bufferedFromS > SLACK_S ? { fromS: bufferedFromS, toS } : undefined;
}
