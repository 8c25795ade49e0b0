/** Asks to be called before the next repaint; a worker's own where it has one. */
export type Repaint = (draw: () => void) => void;

/** Called after a picture is on the canvas. */
export type DrawnListener = (takenUs: number, width: number, height: number) => void;

/** Draws pictures onto a canvas, one for each repaint, and closes them. */
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

  /** Draws what `take` hands over at the next repaint; asking again before that changes nothing. */
  request(take: () => VideoFrame | undefined): void {
    if (this.#requested) {
      return;
    }
    this.#requested = true;
    this.#repaint(() => {
      this.#requested = false;
      const picture = take();
      if (picture !== undefined) {
        this.#draw(picture);
      }
    });
  }

  /** What is on the canvas now, as PNG. */
  snapshot(): Promise<Blob> {
    return this.#canvas.convertToBlob({ type: 'image/png' });
  }

  #draw(picture: VideoFrame): void {
    const { displayWidth: width, displayHeight: height, timestamp } = picture;
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    this.#context?.drawImage(picture, 0, 0, width, height);
    picture.close();
    this.#onDrawn(timestamp, width, height);
  }
}
