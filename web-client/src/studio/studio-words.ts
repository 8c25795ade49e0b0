import type { PublishStatus } from '../publish/report';
import type { StudioState } from './studio-state';

/** What the page says in a state. */
export interface StudioWords {
  readonly title: string;
  readonly text: string;
  /** What the label on the preview says. */
  readonly badge: string;
  readonly tone: 'quiet' | 'live' | 'warn';
  /** The button that leads on, if there is one. */
  readonly action?: { readonly label: string; readonly does: 'start' | 'capture' | 'redial' };
}

const TRY_AGAIN = { label: 'Try again', does: 'capture' } as const;
const OFF_AIR = 'Not live';

type Name = StudioState['name'];

const WORDS: { readonly [N in Exclude<Name, 'live' | 'standby' | 'paused'>]: StudioWords } = {
  no_key: {
    title: 'This link is incomplete',
    text: 'Open the whole publish link, with the part behind #. The owner of the camera can create a new one.',
    badge: OFF_AIR,
    tone: 'warn',
  },
  unsupported: {
    title: 'This browser cannot stream',
    text: 'Use a current version of Chrome, Edge, Firefox or Safari.',
    badge: OFF_AIR,
    tone: 'warn',
  },
  asking: {
    title: 'Allow camera and microphone',
    text: 'Your browser asks for permission. You are not seen or heard before you start.',
    badge: OFF_AIR,
    tone: 'quiet',
  },
  ready: {
    title: 'Go live from here',
    text: 'Check the video and the sound, then start.',
    badge: 'Only you see this',
    tone: 'quiet',
    action: { label: 'Start streaming', does: 'start' },
  },
  denied: {
    title: 'Camera access is blocked',
    text: 'Allow camera and microphone for this page: select the icon beside the address, then try again.',
    badge: OFF_AIR,
    tone: 'warn',
    action: TRY_AGAIN,
  },
  no_device: {
    title: 'No camera found',
    text: 'Connect a camera and try again, or share your screen instead.',
    badge: OFF_AIR,
    tone: 'warn',
    action: TRY_AGAIN,
  },
  in_use: {
    title: 'The camera is busy',
    text: 'Another program is using it. Close that program, then try again.',
    badge: OFF_AIR,
    tone: 'warn',
    action: TRY_AGAIN,
  },
  cancelled: {
    title: 'The screen is not shared',
    text: 'You closed the selection, or screen sharing is not allowed for this browser.',
    badge: OFF_AIR,
    tone: 'warn',
    action: { label: 'Use the camera', does: 'capture' },
  },
  unavailable: {
    title: 'The camera cannot be used here',
    text: 'Browsers allow cameras only on secure pages: open this link with https://.',
    badge: OFF_AIR,
    tone: 'warn',
    action: TRY_AGAIN,
  },
  connecting: { title: 'Connecting…', text: 'One moment.', badge: 'Connecting', tone: 'quiet' },
  starting: { title: 'Starting…', text: 'The video starts in a moment.', badge: 'Starting', tone: 'quiet' },
  device_gone: {
    title: 'The camera was disconnected',
    text: 'Connect it again and the stream continues by itself, or choose another camera.',
    badge: 'No video',
    tone: 'warn',
    action: TRY_AGAIN,
  },
  lost: {
    title: 'Connection lost',
    text: 'Trying to reconnect. The stream continues by itself.',
    badge: 'Reconnecting',
    tone: 'warn',
  },
  restarting: {
    title: 'The server is restarting',
    text: 'The stream continues by itself in a moment.',
    badge: 'Reconnecting',
    tone: 'warn',
  },
  busy: {
    title: 'The server is busy',
    text: 'It does not take this stream now. Trying again by itself.',
    badge: 'Reconnecting',
    tone: 'warn',
  },
  key_refused: {
    title: 'This link is no longer valid',
    text: 'The owner of the camera has revoked it, or it was mistyped. Ask for a new publish link.',
    badge: OFF_AIR,
    tone: 'warn',
  },
  replaced: {
    title: 'Streaming from another device',
    text: 'Another device has started to stream to this camera, so this one has stopped.',
    badge: OFF_AIR,
    tone: 'warn',
    action: { label: 'Stream from here again', does: 'redial' },
  },
};

/** The words for a state. */
export function studioWords({ name }: StudioState, status: PublishStatus | undefined): StudioWords {
  switch (name) {
    case 'live':
      return { title: 'You’re live', text: live(status), badge: 'LIVE', tone: 'live' };
    case 'standby':
      return {
        title: 'Ready for viewers',
        text: `“${status?.camera ?? ''}” has no viewers, so no video is sent. It starts by itself when someone watches.`,
        badge: 'Standby',
        tone: 'quiet',
      };
    case 'paused':
      return {
        title: 'Video paused',
        text: `${watching(status)} Viewers see that the camera is paused.`,
        badge: 'Paused',
        tone: 'quiet',
      };
    default:
      return WORDS[name];
  }
}

/** Without viewers the stream is live for what the relay itself needs it for. */
function live(status: PublishStatus | undefined): string {
  const text = watching(status);
  return status?.viewers === 0 ? `${text} The server takes the video, such as for a recording.` : text;
}

function watching(status: PublishStatus | undefined): string {
  const viewers = status?.viewers ?? 0;
  const camera = status?.camera ?? '';
  if (viewers === 0) {
    return `“${camera}” has no viewers.`;
  }
  return viewers === 1 ? `1 person is watching “${camera}”.` : `${viewers} people are watching “${camera}”.`;
}

const QUALITY = { fine: 'Good', slow: 'Slow', poor: 'Very slow' } as const;

/** How the upload does, such as `Good · 1.8 Mbit/s`. */
export function uploadWords({ quality, bitRate }: Pick<PublishStatus, 'quality' | 'bitRate'>): string {
  const rate =
    bitRate >= 1_000_000
      ? `${(bitRate / 1_000_000).toFixed(1)} Mbit/s`
      : `${Math.round(bitRate / 1000)} kbit/s`;
  return `${QUALITY[quality]} · ${rate}`;
}

/** What is sent, such as `1280 × 720, 25 fps`. */
export function formatWords({ width, height, fps }: Pick<PublishStatus, 'width' | 'height' | 'fps'>): string {
  return `${width} × ${height}, ${Math.round(fps)} fps`;
}
