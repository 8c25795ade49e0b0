/** What people choose to publish. */
export interface CaptureChoice {
  readonly source: VideoSource;
  /** Device id of the microphone; `none` for no sound. */
  readonly microphone: string;
  /** Pixels of the shorter side. */
  readonly shortSide: number;
  readonly fps: number;
}

/** Where the video comes from: a camera by its id (empty: the usual one), a side of a phone, or a screen. */
export type VideoSource =
  | { readonly kind: 'camera'; readonly deviceId: string }
  | { readonly kind: 'facing'; readonly facing: 'user' | 'environment' }
  | { readonly kind: 'screen' };

/** The value of {@link CaptureChoice.microphone} without sound. */
export const NO_MICROPHONE = 'none';

/** Sizes that can be chosen, as people call them. */
export const SIZES = [360, 720, 1080] as const;

/** Frame rates that can be chosen. */
export const RATES = [15, 25, 30] as const;

/** What a page begins with. */
export const FIRST_CHOICE: CaptureChoice = {
  source: { kind: 'camera', deviceId: '' },
  microphone: '',
  shortSide: 720,
  fps: 25,
};

const WIDE = 16 / 9;

/** What is asked of the browser for the video; ideals only, so that every camera gives what it has. */
export function videoConstraints({ source, shortSide, fps }: CaptureChoice): MediaTrackConstraints {
  return {
    width: { ideal: Math.round(shortSide * WIDE) },
    height: { ideal: shortSide },
    frameRate: { ideal: fps, max: 60 },
    ...(source.kind === 'camera' && source.deviceId !== '' && { deviceId: { exact: source.deviceId } }),
    ...(source.kind === 'facing' && { facingMode: { ideal: source.facing } }),
  };
}

/** What is asked of the browser for a screen. */
export function screenConstraints({ fps }: CaptureChoice): MediaTrackConstraints {
  return { frameRate: { ideal: fps, max: 30 } };
}

/** What is asked of the browser for the sound; false for none. */
export function soundConstraints({ microphone }: CaptureChoice): MediaTrackConstraints | false {
  if (microphone === NO_MICROPHONE) {
    return false;
  }
  return {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    ...(microphone !== '' && { deviceId: { exact: microphone } }),
  };
}

/** Whether only size or rate differ. The same choice again means to open the devices anew. */
export function sameDevices(before: CaptureChoice, after: CaptureChoice): boolean {
  const devices = ({ source, microphone }: CaptureChoice) => JSON.stringify([source, microphone]);
  return before !== after && devices(before) === devices(after);
}
