/** Whether the camera of this track has a light that can be switched. */
export function hasTorch(track: MediaStreamTrack): boolean {
  const capabilities = (track.getCapabilities?.() ?? {}) as { torch?: boolean };
  return capabilities.torch === true;
}

/** Switches the light of the camera; whether that worked. */
export async function setTorch(track: MediaStreamTrack, on: boolean): Promise<boolean> {
  const constraint = { torch: on } as MediaTrackConstraintSet;
  return track.applyConstraints({ advanced: [constraint] }).then(
    () => true,
    () => false,
  );
}
