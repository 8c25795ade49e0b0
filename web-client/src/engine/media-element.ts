import type { PlayMode } from '../media/support';

/** Id of the element that shows the video, canvas or video element. */
export const VIDEO_ID = 'video';

/** A canvas for WebCodecs or a silent video element for MSE; both fill the same box. */
export function newMediaElement(mode: PlayMode): HTMLCanvasElement | HTMLVideoElement {
  if (mode === 'mse') {
    return newVideo();
  }
  return inStage(document.createElement('canvas'));
}

/** A silent video element. */
export function newVideo(): HTMLVideoElement {
  const video = inStage(document.createElement('video'));
  video.muted = true;
  video.autoplay = true;
  video.playsInline = true;
  video.preservesPitch = true;
  video.disablePictureInPicture = false;
  return video;
}

function inStage<T extends HTMLElement>(element: T): T {
  element.id = VIDEO_ID;
  element.className = 'fl-video';
  return element;
}

/** The current frame of a video element, as PNG. */
export function snapshotOf(video: HTMLVideoElement): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}
