import type { Engine } from '../../engine/engine';

/** File name of a snapshot: camera and capture time, in characters every file system allows. */
export function snapshotName(camera: string, captureUs: number): string {
  const stamp = new Date(captureUs / 1000).toISOString().replace(/:/g, '-');
  return `${camera.replace(/[^\p{L}\p{N}_-]/gu, '_')}_${stamp}.png`;
}

/** Downloads `blob` as `name`. */
function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Downloads the frame on screen; it is returned, if there is one. */
export async function saveSnapshot(
  engine: Engine | undefined,
  camera: string,
  captureUs: number | undefined,
): Promise<Blob | undefined> {
  const blob = await engine?.snapshot();
  if (blob === undefined || captureUs === undefined) {
    return undefined;
  }
  saveFile(blob, snapshotName(camera, captureUs));
  return blob;
}
