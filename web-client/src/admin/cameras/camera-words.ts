import type { components } from '../../api/schema';
import { agoWords } from '../../ui/widget/time-words';
import type { AdminIconName } from '../section/admin-icon';
import { dateWords, rateWords, sinceWords } from '../section/formats';

type Camera = components['schemas']['Camera'];

/** What a line under a camera's name means; each has a sign of its own. */
export type Tone = 'good' | 'late' | 'bad' | 'calm';

/** How a camera is, in words. */
export interface StateLine {
  readonly tone: Tone;
  readonly icon?: AdminIconName;
  readonly words: string;
}

/** The label on a camera's picture. */
export interface CameraBadge {
  readonly kind: 'live' | 'wait' | 'still';
  readonly sign: 'dot' | 'half' | 'ring' | 'bars' | 'moon' | 'warning';
  readonly word: string;
}

const BADGES: Readonly<Record<Camera['state'], CameraBadge>> = {
  live: { kind: 'live', sign: 'dot', word: 'LIVE' },
  starting: { kind: 'wait', sign: 'half', word: 'Starting' },
  asleep: { kind: 'still', sign: 'moon', word: 'Asleep' },
  paused: { kind: 'still', sign: 'bars', word: 'Paused' },
  offline: { kind: 'still', sign: 'ring', word: 'Offline' },
  failed: { kind: 'still', sign: 'warning', word: 'No picture' },
  pending: { kind: 'wait', sign: 'ring', word: 'Not connected yet' },
};

const UPLOADS = { fine: 'Upload good', slow: 'Upload slow', poor: 'Upload very slow' } as const;

/** The label on the picture of a camera. */
export function cameraBadge({ state }: Pick<Camera, 'state'>): CameraBadge {
  return BADGES[state];
}

/** The line under the name of a camera. */
export function stateLine(camera: Camera, nowMs: number): StateLine {
  switch (camera.state) {
    case 'live':
      return uploadLine(camera);
    case 'starting':
      return { tone: 'calm', words: 'The first picture comes in a moment' };
    case 'asleep':
      return { tone: 'calm', words: 'Wakes when someone watches' };
    case 'paused':
      return { tone: 'calm', words: pauseWords(camera) };
    case 'failed':
      return { tone: 'bad', icon: 'warning', words: 'Connected, but there is no picture' };
    case 'pending':
      return { tone: 'calm', words: 'Waiting for its computer' };
    case 'offline':
      return { tone: 'bad', icon: 'unplugged', words: offlineWords(camera, nowMs) };
  }
}

/** What an owner can do about a camera that is not fine, most likely cause first; nothing when it is. */
export function adviceFor({ state, uplink }: Pick<Camera, 'state' | 'uplink'>): readonly string[] {
  if (state === 'offline') {
    return [
      'Is the computer switched on, and is it online? Other devices in the same network show whether the internet works there.',
      'On the computer, “fanlight-agent run” must be running. It says what keeps it from connecting.',
      'It connects again by itself as soon as it can; nothing has to be set up anew.',
    ];
  }
  if (state === 'failed') {
    return [
      'The computer is connected, but its camera gives no picture. Unplug the camera and plug it in again.',
      '“fanlight-agent cameras” on the computer lists the cameras that it sees.',
      'Another program may be using the camera. Close it.',
    ];
  }
  if (uplink === 'slow' || uplink === 'poor') {
    return [
      'The connection at the camera does not carry the whole video, so viewers get a smaller picture.',
      'Put the computer nearer to its Wi-Fi router, or connect it with a cable.',
      'Something else may be using the upload there: a backup, or a video call.',
    ];
  }
  return [];
}

function uploadLine({ uplink = 'fine', bit_rate }: Camera): StateLine {
  const rate = bit_rate === undefined ? '' : ` · ${rateWords(bit_rate)}`;
  return uplink === 'fine'
    ? { tone: 'good', icon: 'check', words: `${UPLOADS.fine}${rate}` }
    : { tone: 'late', icon: 'warning', words: `${UPLOADS[uplink]}${rate}, smaller picture` };
}

function pauseWords({ paused, paused_at_camera: why, resumes_at }: Camera): string {
  if (paused) {
    return 'You paused it';
  }
  if (resumes_at !== undefined) {
    return `Outside its hours until ${dateWords(resumes_at)}`;
  }
  return why === undefined || why === '' ? 'Paused at the camera' : `Paused at the camera: ${why}`;
}

function offlineWords({ seen_at }: Camera, nowMs: number): string {
  if (seen_at === undefined) {
    return 'Offline. It was never connected';
  }
  return nowMs - seen_at < 60_000
    ? `Offline, last seen ${agoWords((nowMs - seen_at) * 1000)}`
    : `Offline since ${sinceWords(seen_at, nowMs)}`;
}
