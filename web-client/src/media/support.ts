/** How pictures are shown: decoded by us onto a canvas, or handed to a video element as fMP4. */
export type PlayMode = 'webcodecs' | 'mse';

/** What a browser can do, asked once when the page opens. */
export interface Capabilities {
  readonly webcodecs: boolean;
  readonly mse: boolean;
}

/** Asks `scope` (a window) what it offers; WebCodecs is missing on plain-http pages. */
export function capabilitiesOf(scope: object): Capabilities {
  return {
    webcodecs: 'VideoDecoder' in scope && 'OffscreenCanvas' in scope,
    mse: 'MediaSource' in scope || 'ManagedMediaSource' in scope,
  };
}

/** The mode to begin with, undefined when the browser can do neither; `wish` is the `mode` of the address. */
export function chooseMode(able: Capabilities, wish: string | null): PlayMode | undefined {
  if (wish === 'mse' || wish === 'webcodecs') {
    return able[wish] ? wish : undefined;
  }
  if (able.webcodecs) {
    return 'webcodecs';
  }
  return able.mse ? 'mse' : undefined;
}
