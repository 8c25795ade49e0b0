/** How video is played: decoded by WebCodecs onto a canvas, or as fMP4 in a video element. */
export type PlayMode = 'webcodecs' | 'mse';

/** What is on screen: a player of the socket's media, or the video element of a peer connection. */
export type ShownMode = PlayMode | 'webrtc';

/** What a browser supports, checked once when the page opens. */
export interface Capabilities {
  readonly webcodecs: boolean;
  readonly mse: boolean;
  /** Peer connections whose frames can be watched. */
  readonly webrtc: boolean;
}

/** Detects what `scope` (a window) offers; WebCodecs is missing on plain-http pages. */
export function capabilitiesOf(scope: object): Capabilities {
  return {
    webcodecs: 'VideoDecoder' in scope && 'OffscreenCanvas' in scope,
    mse: 'MediaSource' in scope || 'ManagedMediaSource' in scope,
    webrtc: 'RTCPeerConnection' in scope && 'VideoFrame' in scope,
  };
}

/** The mode to begin with, undefined when the browser supports neither; `requested` is the `mode` of the address. */
export function chooseMode(
  able: Pick<Capabilities, PlayMode>,
  requested: string | null,
): PlayMode | undefined {
  if (requested === 'mse' || requested === 'webcodecs') {
    return able[requested] ? requested : undefined;
  }
  if (able.webcodecs) {
    return 'webcodecs';
  }
  return able.mse ? 'mse' : undefined;
}
