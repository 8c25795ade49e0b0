/** Whether a script may open picture in picture in this browser; Firefox has a button of its own instead. */
export function canPip(page: Pick<Document, 'pictureInPictureEnabled'>): boolean {
  return page.pictureInPictureEnabled === true;
}

/** A small window above all others that shows the video of the player. */
export class PictureInPicture {
  #copy: HTMLVideoElement | undefined;

  /** Opens the window, or closes it; a canvas is shown by a copy in a video element, which `host` takes in. */
  async toggle(shown: HTMLElement, host: HTMLElement): Promise<void> {
    if (document.pictureInPictureElement !== null) {
      await document.exitPictureInPicture();
      return;
    }
    const video =
      shown instanceof HTMLVideoElement ? shown : await this.#copyOf(shown as HTMLCanvasElement, host);
    await video.requestPictureInPicture();
  }

  async #copyOf(canvas: HTMLCanvasElement, host: HTMLElement): Promise<HTMLVideoElement> {
    const copy = this.#copy ?? document.createElement('video');
    this.#copy = copy;
    copy.className = 'fl-pip-copy';
    copy.muted = true;
    copy.playsInline = true;
    copy.srcObject = canvas.captureStream();
    host.append(copy);
    await copy.play();
    copy.addEventListener('leavepictureinpicture', () => this.#closed(), { once: true });
    return copy;
  }

  #closed(): void {
    const copy = this.#copy;
    this.#copy = undefined;
    for (const track of (copy?.srcObject as MediaStream | null)?.getTracks() ?? []) {
      track.stop();
    }
    copy?.remove();
  }
}
