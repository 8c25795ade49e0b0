import { type Rotation, turn, turned } from './display';
import type { Frame } from './playhead';

/** A decoded frame and how far it has to be turned; its owner closes it. */
export class RotatedFrame implements Frame {
  readonly frame: VideoFrame;
  readonly rotation: Rotation;

  /** Takes ownership of `frame`. */
  constructor(frame: VideoFrame, rotation: Rotation) {
    this.frame = frame;
    this.rotation = rotation;
  }

  get timestamp(): number {
    return this.frame.timestamp;
  }

  close(): void {
    this.frame.close();
  }
}

/** Schedules a call before the next repaint, with the worker's requestAnimationFrame where there is one. */
export type Repaint = (draw: () => void) => void;

/** Called after a frame was drawn, with its size on the canvas. */
export type DrawnListener = (captureUs: number, width: number, height: number) => void;

/** Draws frames upright onto a canvas, at most one per repaint, and closes them. */
export class Renderer {
  readonly #canvas: OffscreenCanvas;
  readonly #context: OffscreenCanvasRenderingContext2D | null;
  readonly #repaint: Repaint;
  readonly #onDrawn: DrawnListener;
  #requested = false;

  constructor(canvas: OffscreenCanvas, repaint: Repaint, onDrawn: DrawnListener) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d', { alpha: false });
    this.#repaint = repaint;
    this.#onDrawn = onDrawn;
  }

  /** Draws the frame `take` returns at the next repaint; further requests before that have no effect. */
  request(take: () => RotatedFrame | undefined): void {
    if (this.#requested) {
      return;
    }
    this.#requested = true;
    this.#repaint(() => {
      this.#requested = false;
      const rotated = take();
      if (rotated !== undefined) {
        this.#draw(rotated);
      }
    });
  }

  /** The content of the canvas, as PNG. */
  snapshot(): Promise<Blob> {
    return this.#canvas.convertToBlob({ type: 'image/png' });
  }

  #draw(rotated: RotatedFrame): void {
    const { frame, rotation, timestamp } = rotated;
    const size = { width: frame.displayWidth, height: frame.displayHeight };
    const { width, height } = turned(size, rotation);
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    this.#context?.setTransform(...turn(size, rotation));
    this.#context?.drawImage(frame, 0, 0, size.width, size.height);
    rotated.close();
    this.#onDrawn(timestamp, width, height);
  }
}
