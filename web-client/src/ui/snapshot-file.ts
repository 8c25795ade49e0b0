/** File name of a snapshot: camera and the time the picture was taken, in a form every file system takes. */
export function snapshotName(camera: string, takenUs: number): string {
  const stamp = new Date(takenUs / 1000).toISOString().replace(/:/g, '-');
  return `${camera.replace(/[^\p{L}\p{N}_-]/gu, '_')}_${stamp}.png`;
}

/** Lets the browser save `blob` as `name`. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
