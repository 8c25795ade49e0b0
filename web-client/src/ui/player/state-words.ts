import type { DeliveryMode, Quality } from '../../protocol/stream-message';
import type { PasswordStatus } from '../../state/entry-state';
import type { WatchState, WatchStateName } from '../../state/watch-state';
import { agoWords, waitWords, wholeSeconds } from '../widget/time-words';

/** How a state is shown and announced. */
export interface StateWords {
  /** A shape of its own for each badge: colour alone must not carry meaning. */
  readonly shape: string;
  readonly badge: string;
  /** The sentence over the video. */
  readonly sentence?: string;
  readonly announcement?: Announcement;
}

/** An announcement for screen readers, made once if the state lasts `afterMs`. */
export interface Announcement {
  readonly text: string;
  readonly urgency: 'polite' | 'assertive';
  readonly afterMs: number;
}

/** The time the words are for, and how to write a time of day. */
export interface Moment {
  readonly nowMs: number;
  readonly wallUs: number;
  readonly timeOfDay: (us: number) => string;
}

type Catalogue = {
  readonly [K in WatchStateName]: (state: Extract<WatchState, { name: K }>, moment: Moment) => StateWords;
};

const CONNECTING_SHOWN_MS = 400;
const SLOW_START_MS = 8000;
const STALL_EXPLAINED_MS = 3000;
const DELIVERY_SPOKEN_MS = 1000;

const polite = (text: string, afterMs = 0): Announcement => ({ text, urgency: 'polite', afterMs });
const assertive = (text: string): Announcement => ({ text, urgency: 'assertive', afterMs: 0 });

const CATALOGUE: Catalogue = {
  connecting: ({ sinceMs }, { nowMs }) => ({
    shape: '◌',
    badge: 'Connecting',
    ...(nowMs - sinceMs > CONNECTING_SHOWN_MS && { sentence: 'Connecting…' }),
    announcement: polite('Connecting', 2000),
  }),
  waking: ({ sinceMs }, { nowMs }) => ({
    shape: '◔',
    badge: 'Waking',
    sentence:
      nowMs - sinceMs < SLOW_START_MS
        ? 'Waking the camera…'
        : `Camera is slow to start (${wholeSeconds(nowMs - sinceMs)})`,
    announcement: polite('Waking the camera'),
  }),
  live: () => ({ shape: '●', badge: 'LIVE', announcement: polite('Live') }),
  behind: ({ latencyMs }) => ({ shape: '◐', badge: `${wholeSeconds(latencyMs)} behind` }),
  paused: () => ({ shape: '❚❚', badge: 'Paused', sentence: 'Paused — the camera goes on' }),
  stalled: ({ sinceMs }, { nowMs }) => ({
    shape: '◍',
    badge: 'Waiting',
    ...(nowMs - sinceMs > STALL_EXPLAINED_MS && { sentence: 'Waiting for frames…' }),
    announcement: polite('Waiting for frames', 3000),
  }),
  camera_offline: ({ lastCaptureUs }, moment) => ({
    shape: '○',
    badge: 'Offline',
    sentence: `Camera is offline. ${lastFrame(lastCaptureUs, moment)}This page goes on by itself when it is back.`,
    announcement: assertive('Camera is offline'),
  }),
  camera_error: () => ({
    shape: '△',
    badge: 'No frame',
    sentence: 'The camera is connected but gives no frame (cable?)',
    announcement: assertive('The camera is connected but gives no frame'),
  }),
  wrong_link: () => ({
    shape: '✕',
    badge: 'Link ended',
    sentence: 'This link does not work any more. Ask the person who sent it for a new one.',
    announcement: assertive('This link does not work any more'),
  }),
  link_ended: () => ({
    shape: '⊗',
    badge: 'Link over',
    sentence:
      'This link has ended: its time is over, or its owner took it back. Ask the person who sent it for a new one.',
    announcement: assertive('This link has ended'),
  }),
  link_full: ({ againAtMs }, { nowMs }) => ({
    shape: '▣',
    badge: 'Full',
    sentence: `As many people watch by this link as it allows. ${byItself(againAtMs, nowMs)}`,
    announcement: polite('As many people watch by this link as it allows. This page waits for a free place.'),
  }),
  banned: () => ({
    shape: '⊖',
    badge: 'Kept out',
    sentence:
      'A moderator keeps you out of this camera for a day. If you think that is a mistake, write to the person who sent you the link.',
    announcement: assertive('A moderator keeps you out of this camera for a day'),
  }),
  busy: ({ againAtMs }, { nowMs }) => ({
    shape: '◷',
    badge: 'Busy',
    sentence: `The relay lets nobody else in from here just now. ${byItself(againAtMs, nowMs)}`,
    announcement: polite('The relay is busy. This page tries again by itself.', 2000),
  }),
  password: () => ({
    shape: '✱',
    badge: 'Password',
    announcement: assertive('This camera asks for a password'),
  }),
  paused_by_owner: () => ({
    shape: '■',
    badge: 'Camera paused',
    sentence: 'The owner has paused this camera. This page goes on by itself when it is on again.',
    announcement: polite('The owner has paused this camera'),
  }),
  relay_restart: ({ backAtMs }, { nowMs }) => ({
    shape: '↻',
    badge: 'Restarting',
    sentence: restartSentence(backAtMs, nowMs),
    announcement: polite('Server is restarting'),
  }),
  offline_you: () => ({
    shape: '⊘',
    badge: 'You are offline',
    sentence: 'You are offline. This page goes on by itself when your connection is back.',
    announcement: polite('You are offline'),
  }),
  unsupported: () => ({
    shape: '▧',
    badge: 'Not playable',
    sentence:
      'This browser cannot play H.264 video here. A current Chrome, Edge, Firefox or Safari can. The chat goes on.',
    announcement: polite('This browser cannot play the video'),
  }),
};

const DELIVERIES: Readonly<Record<DeliveryMode, string | undefined>> = {
  all: undefined,
  no_disposable: 'Slow connection: fewer frames',
  low: 'Slow connection: small frame',
  key_frames: 'Slow connection: a frame now and then',
  still: 'Very slow connection: a still frame now and then',
};

/** The texts of the quality menu. */
export const QUALITY_WORDS = {
  menu: 'Frame settings',
  quality: 'Frame',
  qualities: { auto: 'Auto', main: 'Full', low: 'Small' } satisfies Record<Quality, string>,
  latency: 'Delay',
  asLive: 'As live as possible',
} as const;

/** The words for `state` at a moment. */
export function wordsFor<S extends WatchState>(state: S, moment: Moment): StateWords {
  const words = CATALOGUE[state.name] as (state: WatchState, moment: Moment) => StateWords;
  return words(state, moment);
}

/** The notice about a slow connection; none when the viewer chose the small rendition. */
export function deliveryWords(mode: DeliveryMode, wanted: Quality): string | undefined {
  return mode === 'low' && wanted === 'low' ? undefined : DELIVERIES[mode];
}

/** The announcement of a slow connection. */
export function deliveryAnnouncement(words: string | undefined): Announcement | undefined {
  return words === undefined ? undefined : polite(words, DELIVERY_SPOKEN_MS);
}

/** Latency for people: `≈0.2 s`. */
export function latencyWords(ms: number): string {
  return `≈${(Math.max(0, ms) / 1000).toFixed(1)} s`;
}

/** The message of the password form about the last attempt. */
export function passwordWords(status: PasswordStatus, waitMs: number): string {
  switch (status) {
    case 'none':
      return '';
    case 'checking':
      return 'Checking…';
    case 'wrong':
      return 'Not that one. Try again.';
    case 'too_many':
      return waitMs > 0
        ? `Too many tries. You can try again in ${waitWords(waitMs)}.`
        : 'You can try again now.';
  }
}

function byItself(againAtMs: number | undefined, nowMs: number): string {
  return againAtMs === undefined || againAtMs <= nowMs
    ? 'This page tries again by itself.'
    : `This page tries again by itself in ${waitWords(againAtMs - nowMs)}.`;
}

function lastFrame(captureUs: number | undefined, { wallUs, timeOfDay }: Moment): string {
  return captureUs === undefined
    ? ''
    : `Last frame ${timeOfDay(captureUs)} (${agoWords(wallUs - captureUs)}). `;
}

function restartSentence(backAtMs: number | undefined, nowMs: number): string {
  return backAtMs === undefined || backAtMs <= nowMs
    ? 'Server is restarting, back in a moment'
    : `Server is restarting, back in about ${wholeSeconds(backAtMs - nowMs)}`;
}
