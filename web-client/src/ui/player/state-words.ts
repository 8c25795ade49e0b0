import type { UplinkQuality } from '../../protocol/stream-condition';
import type { DeliveryMode, Quality } from '../../protocol/stream-message';
import type { Obstacle, PasswordStatus } from '../../state/entry-state';
import type { WatchState, WatchStateName } from '../../state/watch-state';
import { agoWords, retryWords, waitWords, wholeSeconds } from '../widget/time-words';

/** How a state is shown and announced. */
export interface StateWords {
  /** A shape of its own for each badge: colour alone must not carry meaning. */
  readonly shape: string;
  readonly badge: string;
  /** What the state is, where it stands in place of the video. */
  readonly heading?: string;
  /** The sentence over the video: the cause, and what comes next. */
  readonly sentence?: string;
  readonly announcement?: Announcement;
}

/** An announcement for screen readers, made once if the state lasts `afterMs`. */
export interface Announcement {
  readonly text: string;
  readonly urgency: 'polite' | 'assertive';
  readonly afterMs: number;
}

/** The current time, and how to format a time of day, and that with its day. */
export interface Moment {
  readonly nowMs: number;
  readonly wallUs: number;
  readonly timeOfDay: (us: number) => string;
  readonly dayAndTime: (us: number) => string;
}

type Catalogue = {
  readonly [K in WatchStateName]: (state: Extract<WatchState, { name: K }>, moment: Moment) => StateWords;
};

const CONNECTING_SHOWN_MS = 400;
const UNREACHABLE_AFTER_MS = 3000;
const COUNTDOWN_FROM_MS = 800;
const SLOW_START_MS = 8000;
const STALL_EXPLAINED_MS = 3000;
const DELIVERY_SPOKEN_MS = 1000;
const LEAST_SHOWN_MS = 50;

const polite = (text: string, afterMs = 0): Announcement => ({ text, urgency: 'polite', afterMs });
const assertive = (text: string): Announcement => ({ text, urgency: 'assertive', afterMs: 0 });

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  sockets:
    'This page loaded, but its live connection does not open. A proxy or firewall on the way may not let WebSocket connections through.',
  origin:
    'The server treats this page as belonging to another site: the proxy in front of it does not pass on the address that you opened.',
  addresses: 'This page loaded, but a proxy in front of the server does not pass on its other addresses.',
};

const CATALOGUE: Catalogue = {
  connecting: ({ sinceMs, againAtMs }, { nowMs }) => ({
    shape: '◌',
    badge: 'Connecting',
    ...(nowMs - sinceMs > CONNECTING_SHOWN_MS && { sentence: connectingSentence(sinceMs, againAtMs, nowMs) }),
    announcement: polite('Connecting', 2000),
  }),
  waking: ({ sinceMs, lastCaptureUs }, moment) => ({
    shape: '◔',
    badge: 'Waking',
    heading:
      moment.nowMs - sinceMs < SLOW_START_MS
        ? 'Waking the camera…'
        : `The camera is slow to start (${wholeSeconds(moment.nowMs - sinceMs)})`,
    sentence: `It sleeps while no one watches. ${lastSeen(lastCaptureUs, moment)}`.trim(),
    announcement: polite('Waking the camera'),
  }),
  live: () => ({ shape: '●', badge: 'LIVE', announcement: polite('Live') }),
  behind: ({ latencyMs }) => ({ shape: '◐', badge: `${wholeSeconds(latencyMs)} behind` }),
  paused: () => ({ shape: '❚❚', badge: 'Paused', announcement: polite('Paused') }),
  stalled: ({ sinceMs }, { nowMs }) => ({
    shape: '◍',
    badge: 'Buffering',
    ...(nowMs - sinceMs > STALL_EXPLAINED_MS && { sentence: 'Waiting for video…' }),
    announcement: polite('Waiting for video', 3000),
  }),
  damaged: ({ againAtMs }, { nowMs }) => ({
    shape: '▨',
    badge: 'Damaged',
    sentence: damagedSentence(againAtMs, nowMs),
    announcement: polite('The video is damaged', 3000),
  }),
  camera_offline: ({ lastCaptureUs }, moment) => ({
    shape: '○',
    badge: 'Offline',
    heading: 'The camera is offline',
    sentence: `${lastSeen(lastCaptureUs, moment)}The video resumes automatically.`,
    announcement: assertive('The camera is offline'),
  }),
  camera_error: () => ({
    shape: '△',
    badge: 'No video',
    heading: 'No video from the camera',
    sentence: 'The camera is connected but sends no video. Its cable may be unplugged.',
    announcement: assertive('The camera is connected but sends no video'),
  }),
  wrong_link: () => ({
    shape: '✕',
    badge: 'Invalid link',
    heading: 'This link does not work',
    sentence:
      'It may have expired, been revoked, or lost a part on its way. Ask the person who sent it for a new one.',
    announcement: assertive('This link does not work'),
  }),
  link_ended: () => ({
    shape: '⊗',
    badge: 'Link expired',
    heading: 'This link has expired or was revoked',
    sentence: 'Thank you for watching. To come back, ask the person who sent it for a new one.',
    announcement: assertive('This link has expired or was revoked'),
  }),
  link_full: ({ againAtMs }, { nowMs }) => ({
    shape: '▣',
    badge: 'Full',
    heading: 'It is full right now',
    sentence: `This link has reached its viewer limit. The video starts by itself when there is room. ${retryWords(againAtMs, nowMs)}`,
    announcement: polite('This link has reached its viewer limit. Retrying automatically.'),
  }),
  banned: () => ({
    shape: '⊖',
    badge: 'Banned',
    heading: 'You are banned from this camera for 24 hours',
    sentence:
      'If you think this is a mistake, contact the person who sent you the link. When the ban is lifted, this page continues by itself.',
    announcement: assertive('You are banned from this camera for 24 hours'),
  }),
  disconnected: () => ({
    shape: '⊝',
    badge: 'Disconnected',
    heading: 'The owner of this camera has disconnected you',
    sentence: 'You can come back as long as your link works.',
    announcement: assertive('The owner of this camera has disconnected you'),
  }),
  busy: ({ againAtMs }, { nowMs }) => ({
    shape: '◷',
    badge: 'Busy',
    heading: 'The server is busy',
    sentence: `The server accepts no more connections from your network right now. ${retryWords(againAtMs, nowMs)}`,
    announcement: polite('The server is busy. Retrying automatically.', 2000),
  }),
  blocked: ({ by, againAtMs }, { nowMs }) => ({
    shape: '⊟',
    badge: 'Blocked',
    heading: 'No live connection',
    sentence: `${OBSTACLES[by]} ${retryWords(againAtMs, nowMs)}`,
    announcement: polite('The live connection is blocked. Retrying automatically.', 2000),
  }),
  password: () => ({
    shape: '✱',
    badge: 'Password',
    heading: 'Enter the password',
    sentence: 'The owner protects this link with a password.',
    announcement: assertive('Password required'),
  }),
  paused_by_owner: () => ({
    shape: '■',
    badge: 'Camera paused',
    heading: 'Paused by the owner',
    sentence: 'The video resumes automatically.',
    announcement: polite('The owner has paused this camera'),
  }),
  paused_at_camera: ({ why, resumesAtUs }, { dayAndTime }) => ({
    shape: '◧',
    badge: 'Camera off',
    heading: 'The camera is paused',
    sentence: pausedSentence(why, resumesAtUs, dayAndTime),
    announcement: polite(pausedSentence(why, resumesAtUs, dayAndTime)),
  }),
  relay_restart: ({ backAtMs }, { nowMs }) => ({
    shape: '↻',
    badge: 'Restarting',
    heading: 'The server is restarting',
    sentence: retryWords(backAtMs, nowMs),
    announcement: polite('The server is restarting'),
  }),
  offline_you: () => ({
    shape: '⊘',
    badge: 'You are offline',
    heading: 'You are offline',
    sentence: 'The page reconnects automatically.',
    announcement: polite('You are offline'),
  }),
  unsupported: () => ({
    shape: '▧',
    badge: 'Not playable',
    heading: 'No video in this browser',
    sentence:
      'This browser cannot play the video. Try a current version of Chrome, Edge, Firefox or Safari. Chat still works.',
    announcement: polite('This browser cannot play the video'),
  }),
};

const DELIVERIES: Readonly<Record<DeliveryMode, string | undefined>> = {
  all: undefined,
  no_disposable: 'Slow connection: lower frame rate',
  low: 'Slow connection: lower quality',
  key_frames: 'Slow connection: very low frame rate',
  still: 'Very slow connection: still images only',
};

const UPLINKS: Readonly<Record<UplinkQuality, string | undefined>> = {
  fine: undefined,
  slow: "The camera's connection is slow",
  poor: "The camera's connection is very slow",
};

/** The words for `state` at a moment. */
export function wordsFor<S extends WatchState>(state: S, moment: Moment): StateWords {
  const words = CATALOGUE[state.name] as (state: WatchState, moment: Moment) => StateWords;
  return words(state, moment);
}

/** The notice about a slow connection; none when the viewer chose the small rendition. */
export function deliveryWords(mode: DeliveryMode, wanted: Quality): string | undefined {
  return mode === 'low' && wanted === 'low' ? undefined : DELIVERIES[mode];
}

/** The notice about the camera's own slow connection. */
export function uplinkWords(uplink: UplinkQuality): string | undefined {
  return UPLINKS[uplink];
}

/** The announcement of a slow connection. */
export function deliveryAnnouncement(words: string | undefined): Announcement | undefined {
  return words === undefined ? undefined : polite(words, DELIVERY_SPOKEN_MS);
}

/** Latency for people: `≈0.2 s`; an estimate knows no less than a tenth. */
export function latencyWords(ms: number): string {
  return ms < LEAST_SHOWN_MS ? '<0.1 s' : `≈${(ms / 1000).toFixed(1)} s`;
}

/** The texts of the password form. */
export const PASSWORD_WORDS = { label: 'Password', show: 'Show password', watch: 'Watch' } as const;

/** The message of the password form about the last attempt. */
export function passwordWords(status: PasswordStatus, waitMs: number): string {
  switch (status) {
    case 'none':
      return '';
    case 'checking':
      return 'Checking…';
    case 'wrong':
      return 'Wrong password. Try again.';
    case 'too_many':
      return waitMs > 0 ? `Too many attempts. Try again in ${waitWords(waitMs)}.` : 'You can try again now.';
  }
}

function connectingSentence(sinceMs: number, againAtMs: number | undefined, nowMs: number): string {
  return againAtMs === undefined || nowMs - sinceMs < UNREACHABLE_AFTER_MS
    ? 'Connecting…'
    : `The server cannot be reached. ${retryWords(againAtMs, nowMs)}`;
}

function pausedSentence(
  why: string,
  resumesAtUs: number | undefined,
  dayAndTime: (us: number) => string,
): string {
  if (resumesAtUs !== undefined) {
    return `The camera is off outside its hours. It is back on ${dayAndTime(resumesAtUs)}.`;
  }
  return why === '' ? 'The people at the camera paused it.' : `The people at the camera paused it: ${why}`;
}

function damagedSentence(againAtMs: number, nowMs: number): string {
  return againAtMs - nowMs < COUNTDOWN_FROM_MS
    ? 'Part of the video arrived damaged. It continues at the next complete frame.'
    : `The video keeps arriving damaged. ${retryWords(againAtMs, nowMs)}`;
}

function lastSeen(captureUs: number | undefined, { wallUs, timeOfDay }: Moment): string {
  return captureUs === undefined
    ? ''
    : `Last seen ${timeOfDay(captureUs)}, ${agoWords(wallUs - captureUs)}. `;
}
