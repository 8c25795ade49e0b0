/** Calls `onFrame` with the element's media time, in microseconds, whenever it shows another frame. */
export function watchFrames(video: HTMLVideoElement, onFrame: (mediaUs: number) => void): () => void {
  let stopped = false;
  if ('requestVideoFrameCallback' in video) {
    const next = () =>
      video.requestVideoFrameCallback((_, metadata) => {
        if (!stopped) {
          onFrame(metadata.mediaTime * 1_000_000);
          next();
        }
      });
    next();
  } else {
    const element = video as HTMLVideoElement;
    let last = -1;
    const next = () =>
      requestAnimationFrame(() => {
        if (!stopped) {
          if (element.currentTime !== last) {
            last = element.currentTime;
            onFrame(last * 1_000_000);
          }
          next();
        }
      });
    next();
  }
  return () => {
    stopped = true;
  };
}
