import type { Engine } from '../../engine/engine';

/** File name of a snapshot: camera and the time the picture was taken, in a form every file system takes. */
export function snapshotName(camera: string, takenUs: number): string {
  const stamp = new Date(takenUs / 1000).toISOString().replace(/:/g, '-');
  return `${camera.replace(/[^\p{L}\p{N}_-]/gu, '_')}_${stamp}.png`;
}

/** Lets the browser save `blob` as `name`. */
function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Saves the picture on screen, if there is one. */
export async function saveSnapshot(
  engine: Engine | undefined,
  camera: string,
  takenUs: number | undefined,
): Promise<void> {
  const blob = await engine?.snapshot();
  if (blob !== undefined && takenUs !== undefined) {
    saveFile(blob, snapshotName(camera, takenUs));
  }
}
