import {
  type CaptureChoice,
  NO_MICROPHONE,
  screenConstraints,
  soundConstraints,
  videoConstraints,
} from './capture-choice';
import { type CaptureProblem, problemOf } from './capture-problem';

/** What is captured now. */
export interface Captured {
  readonly video: MediaStreamTrack;
  /** Undefined without a microphone. */
  readonly sound: MediaStreamTrack | undefined;
}

/** Ends what was captured: the devices are off. */
export function stopCaptured(captured: Captured | undefined): void {
  captured?.video.stop();
  captured?.sound?.stop();
}

/** The part of `navigator.mediaDevices` that is used here. */
export type Devices = Pick<MediaDevices, 'getUserMedia' | 'getDisplayMedia' | 'enumerateDevices'>;

/** What came of asking for devices. */
export type CaptureResult =
  | { readonly kind: 'captured'; readonly captured: Captured; readonly soundMissing: boolean }
  | { readonly kind: 'problem'; readonly problem: CaptureProblem };

/** Opens the chosen devices. Without a usable microphone the video goes on alone. The caller stops the tracks. */
export async function capture(devices: Devices | undefined, choice: CaptureChoice): Promise<CaptureResult> {
  if (devices === undefined) {
    return { kind: 'problem', problem: 'unavailable' };
  }
  try {
    return choice.source.kind === 'screen' ? await screen(devices, choice) : await camera(devices, choice);
  } catch (error) {
    return { kind: 'problem', problem: problemOf(error, choice.source.kind === 'screen') };
  }
}

/** Another size or rate of the same devices. What the camera cannot do is done by the encoder. */
export async function resize(captured: Captured | undefined, choice: CaptureChoice): Promise<void> {
  const constraints = choice.source.kind === 'screen' ? screenConstraints(choice) : videoConstraints(choice);
  await captured?.video.applyConstraints(constraints).catch(() => {});
}

/** Both at once, so that people are asked one question; alone when that fails for want of one of the two. */
async function camera(devices: Devices, choice: CaptureChoice): Promise<CaptureResult> {
  const video = videoConstraints(choice);
  const audio = soundConstraints(choice);
  try {
    return result(await devices.getUserMedia({ video, audio }), undefined, choice);
  } catch (error) {
    if (audio === false) {
      throw error;
    }
    return result(await devices.getUserMedia({ video }), undefined, choice);
  }
}

async function screen(devices: Devices, choice: CaptureChoice): Promise<CaptureResult> {
  const shared = await devices.getDisplayMedia({ video: screenConstraints(choice), audio: false });
  const audio = soundConstraints(choice);
  const sound = audio === false ? undefined : await devices.getUserMedia({ audio }).catch(() => undefined);
  return result(shared, sound, choice);
}

function result(stream: MediaStream, other: MediaStream | undefined, choice: CaptureChoice): CaptureResult {
  const [video] = stream.getVideoTracks();
  if (video === undefined) {
    return { kind: 'problem', problem: 'no_device' };
  }
  const sound = (other ?? stream).getAudioTracks()[0];
  const soundMissing = sound === undefined && choice.microphone !== NO_MICROPHONE;
  return { kind: 'captured', captured: { video, sound }, soundMissing };
}
