/** Narrowest chat, in pixels. */
export const LEAST_WIDTH_PX = 280;

/** Widest chat, as a share of the window. */
export const MOST_WIDTH_SHARE = 0.5;

/** The chat's width within what the window allows, in pixels. */
export function clampWidth(px: number, windowPx: number): number {
  return Math.round(Math.max(LEAST_WIDTH_PX, Math.min(px, windowPx * MOST_WIDTH_SHARE)));
}

/** Default width of the chat, in pixels; as in tokens.css. */
export function usualWidth(windowPx: number): number {
  if (windowPx < 1200) {
    return 320;
  }
  return windowPx < 1800 ? 360 : 400;
}
