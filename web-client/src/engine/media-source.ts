type SourceClass = typeof MediaSource;

const sources = globalThis as { MediaSource?: SourceClass; ManagedMediaSource?: SourceClass };

/** Makes a MediaSource, or a ManagedMediaSource where a browser has only that. */
export function newMediaSource(): MediaSource {
  const Source = sources.MediaSource ?? sources.ManagedMediaSource;
  if (Source === undefined) {
    throw new TypeError('no MediaSource here');
  }
  return new Source();
}

/** Whether a SourceBuffer would take `mime`. */
export function isPlayable(mime: string): boolean {
  return (sources.MediaSource ?? sources.ManagedMediaSource)?.isTypeSupported(mime) ?? false;
}
