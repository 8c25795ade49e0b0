import type { Reception } from './reception';
import { captureOf, type RtpClock } from './rtp-clock';
import { Whep, type WhepEnd } from './whep';

/** The video element of a peer connection's screen. */
interface FrameMetadata {
  readonly rtpTimestamp?: number;
}

/** What a screen needs from outside. */
export interface PeerScreenDeps {
  readonly url: string;
  readonly newVideo: () => HTMLVideoElement;
  /** The present by the agent's clock, in µs. */
  readonly agentNowUs: () => number;
  /** A frame can be seen, the first one or another; of unknown capture time where it is undefined. */
  readonly onFrame: (captureUs: number | undefined, width: number, height: number) => void;
  readonly onEnded: (end: WhepEnd) => void;
}

/** A video element fed by WHEP. Lives from one attempt to its end; page thread only. */
export class PeerScreen {
  readonly video: HTMLVideoElement;
  readonly #deps: PeerScreenDeps;
  readonly #whep: Whep;
  #clock: RtpClock | undefined;
  #closed = false;

  constructor(deps: PeerScreenDeps) {
    this.#deps = deps;
    this.video = deps.newVideo();
    this.#whep = new Whep(deps.url, {
      newPeer: () => new RTCPeerConnection(),
      request: (url, init) => fetch(url, init),
      onClock: (clock) => {
        this.#clock = clock;
      },
      onEnded: (end) => {
        this.#closed = true;
        deps.onEnded(end);
      },
    });
    this.video.srcObject = this.#whep.stream;
    this.#watchFrames();
    void this.#whep.open();
  }

  /** The publication that is shown, as far as it is known. */
  get epoch(): number | undefined {
    return this.#clock?.epoch;
  }

  reception(): Promise<Reception> {
    return this.#whep.reception();
  }

  /** How long frames are held before they are shown, in ms. */
  hold(ms: number): void {
    this.#whep.hold(ms);
  }

  /** Ends the connection; the element keeps its last frame. */
  close(): void {
    this.#closed = true;
    this.video.pause();
    this.#whep.close();
  }

  #watchFrames(): void {
    this.video.requestVideoFrameCallback((_now, metadata) => {
      if (this.#closed) {
        return;
      }
      this.#watchFrames();
      const { videoWidth, videoHeight } = this.video;
      this.#deps.onFrame(this.#captureUs(metadata), videoWidth, videoHeight);
    });
  }

  #captureUs({ rtpTimestamp }: FrameMetadata): number | undefined {
    return rtpTimestamp === undefined || this.#clock === undefined
      ? undefined
      : captureOf(rtpTimestamp, this.#clock, this.#deps.agentNowUs());
  }
}
