import type { Capabilities, PlayMode } from '../media/support';
import type { Command } from './command';
import type { EngineEvent } from './engine-event';
import { newMediaElement } from './media-element';
import { nowUs } from './now';
import { SegmentScreen } from './segment-screen';

/** What the screen needs from outside. */
export interface FedScreenDeps {
  readonly able: Capabilities;
  readonly send: (command: Command) => void;
  /** A frame of the video element is on screen; those of a canvas are reported by the worker. */
  readonly onFrame: (captureUs: number, atUs: number, width: number, height: number) => void;
  /** There is another video element. */
  readonly onScreen: (screen: SegmentScreen) => void;
  readonly onEvent: (event: EngineEvent) => void;
}

/** The screen that the socket feeds: a canvas of the worker, and a video element where that cannot decode. Page thread only. */
export class FedScreen {
  readonly #deps: FedScreenDeps;
  #mounted: Extract<EngineEvent, { readonly type: 'mode' }> | undefined;
  #segments: SegmentScreen | undefined;
  #paused = false;

  constructor(deps: FedScreenDeps) {
    this.#deps = deps;
  }

  /** The video element and its player; undefined with a canvas. */
  get segments(): SegmentScreen | undefined {
    return this.#segments;
  }

  /** Mounts its element; returns the canvas that the worker draws on, if it is one. */
  mount(mode: PlayMode): OffscreenCanvas | undefined {
    const element = newMediaElement(mode);
    this.#mounted = { type: 'mode', mode, element };
    this.show();
    if (element instanceof HTMLVideoElement) {
      this.#segments = this.#newSegments(element);
      this.#deps.onScreen(this.#segments);
      return undefined;
    }
    return element.transferControlToOffscreen();
  }

  /** Has its element mounted again. */
  show(): void {
    if (this.#mounted !== undefined) {
      this.#deps.onEvent(this.#mounted);
    }
  }

  /** The canvas cannot be used for this video. */
  fallBack(): void {
    if (this.#mounted?.mode !== 'webcodecs' || !this.#deps.able.mse) {
      this.#deps.onEvent({ type: 'unsupported' });
      return;
    }
    this.#deps.send({ type: 'use_mse' });
    this.mount('mse');
  }

  setPaused(paused: boolean): void {
    this.#paused = paused;
    if (paused) {
      this.#segments?.pause();
    } else {
      this.#segments?.play();
    }
  }

  close(): void {
    this.#segments?.close();
  }

  #newSegments(video: HTMLVideoElement): SegmentScreen {
    const { send, onFrame, onEvent } = this.#deps;
    const segments = new SegmentScreen(video, {
      send,
      onFrame: (captureUs) => onFrame(captureUs, nowUs(), video.videoWidth, video.videoHeight),
      onDamaged: (retryInMs) => onEvent({ type: 'damaged', retryInMs }),
      onUnsupported: () => onEvent({ type: 'unsupported' }),
      onBlocked: () => onEvent({ type: 'blocked' }),
    });
    if (this.#paused) {
      segments.pause();
    }
    return segments;
  }
}
