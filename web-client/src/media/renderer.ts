/** Schedules a call before the next repaint, with the worker's requestAnimationFrame where there is one. */
export type Repaint = (draw: () => void) => void;

/** Called after a frame was drawn. */
export type DrawnListener = (captureUs: number, width: number, height: number) => void;

/** Draws frames onto a canvas, at most one per repaint, and closes them. */
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
  request(take: () => VideoFrame | undefined): void {
    if (this.#requested) {
      return;
    }
    this.#requested = true;
    this.#repaint(() => {
      this.#requested = false;
      const frame = take();
      if (frame !== undefined) {
        this.#draw(frame);
      }
    });
  }

  /** The content of the canvas, as PNG. */
  snapshot(): Promise<Blob> {
    return this.#canvas.convertToBlob({ type: 'image/png' });
  }

  #draw(frame: VideoFrame): void {
    const { displayWidth: width, displayHeight: height, timestamp } = frame;
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    this.#context?.drawImage(frame, 0, 0, width, height);
    frame.close();
    this.#onDrawn(timestamp, width, height);
  }
}
