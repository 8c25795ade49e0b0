import type { UplinkQuality } from '../../protocol/stream-condition';
import type { DeliveryMode, Quality } from '../../protocol/stream-message';
import type { PasswordStatus } from '../../state/entry-state';
import type { WatchState, WatchStateName } from '../../state/watch-state';
import { decimal, WORDS } from '../../words/words';
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

const CATALOGUE: Catalogue = {
  connecting: ({ sinceMs, againAtMs }, { nowMs }) => ({
    shape: '◌',
    badge: WORDS.state.connecting.badge,
    ...(nowMs - sinceMs > CONNECTING_SHOWN_MS && { sentence: connectingSentence(sinceMs, againAtMs, nowMs) }),
    announcement: polite(WORDS.state.connecting.badge, 2000),
  }),
  waking: ({ sinceMs, lastCaptureUs }, moment) => ({
    shape: '◔',
    badge: WORDS.state.waking.badge,
    heading:
      moment.nowMs - sinceMs < SLOW_START_MS
        ? WORDS.state.waking.heading
        : WORDS.state.waking.slow(wholeSeconds(moment.nowMs - sinceMs)),
    sentence: sentences(WORDS.state.waking.sentence, lastSeen(lastCaptureUs, moment)),
    announcement: polite(WORDS.state.waking.spoken),
  }),
  live: () => ({
    shape: '●',
    badge: WORDS.state.live.badge,
    announcement: polite(WORDS.state.live.spoken),
  }),
  behind: ({ latencyMs }) => ({ shape: '◐', badge: WORDS.state.behind(wholeSeconds(latencyMs)) }),
  paused: () => ({ shape: '❚❚', badge: WORDS.state.paused, announcement: polite(WORDS.state.paused) }),
  stalled: ({ sinceMs }, { nowMs }) => ({
    shape: '◍',
    badge: WORDS.state.stalled.badge,
    ...(nowMs - sinceMs > STALL_EXPLAINED_MS && { sentence: WORDS.state.stalled.sentence }),
    announcement: polite(WORDS.state.stalled.spoken, 3000),
  }),
  damaged: ({ againAtMs }, { nowMs }) => ({
    shape: '▨',
    badge: WORDS.state.damaged.badge,
    sentence: damagedSentence(againAtMs, nowMs),
    announcement: polite(WORDS.state.damaged.spoken, 3000),
  }),
  camera_offline: ({ lastCaptureUs }, moment) => ({
    ...card('○', WORDS.state.offline),
    sentence: sentences(lastSeen(lastCaptureUs, moment), WORDS.state.resumes),
    announcement: assertive(WORDS.state.offline.heading),
  }),
  camera_error: () => ({
    ...card('△', WORDS.state.failed),
    announcement: assertive(WORDS.state.failed.spoken),
  }),
  wrong_link: () => spokenCard('✕', WORDS.state.wrongLink),
  link_ended: () => spokenCard('⊗', WORDS.state.linkEnded),
  link_full: ({ againAtMs }, { nowMs }) => ({
    ...card('▣', WORDS.state.linkFull),
    sentence: sentences(WORDS.state.linkFull.sentence, retryWords(againAtMs, nowMs)),
    announcement: polite(WORDS.state.linkFull.spoken),
  }),
  banned: () => spokenCard('⊖', WORDS.state.banned),
  disconnected: () => spokenCard('⊝', WORDS.state.disconnected),
  busy: ({ againAtMs }, { nowMs }) => ({
    ...card('◷', WORDS.state.busy),
    sentence: sentences(WORDS.state.busy.sentence, retryWords(againAtMs, nowMs)),
    announcement: polite(WORDS.state.busy.spoken, 2000),
  }),
  blocked: ({ by, againAtMs }, { nowMs }) => ({
    ...card('⊟', WORDS.state.blocked),
    sentence: sentences(WORDS.state.blocked.by[by], retryWords(againAtMs, nowMs)),
    announcement: polite(WORDS.state.blocked.spoken, 2000),
  }),
  password: () => ({
    ...card('✱', WORDS.state.password),
    announcement: assertive(WORDS.state.password.spoken),
  }),
  paused_by_owner: () => ({
    ...card('■', WORDS.state.pausedByOwner),
    sentence: WORDS.state.resumes,
    announcement: polite(WORDS.state.pausedByOwner.spoken),
  }),
  paused_at_camera: ({ why, resumesAtUs }, { dayAndTime }) => ({
    ...card('◧', WORDS.state.pausedAtCamera),
    sentence: pausedSentence(why, resumesAtUs, dayAndTime),
    announcement: polite(pausedSentence(why, resumesAtUs, dayAndTime)),
  }),
  relay_restart: ({ backAtMs }, { nowMs }) => ({
    ...card('↻', WORDS.state.restarting),
    sentence: retryWords(backAtMs, nowMs),
    announcement: polite(WORDS.state.restarting.heading),
  }),
  offline_you: () => ({
    ...card('⊘', WORDS.state.youAreOffline),
    heading: WORDS.state.youAreOffline.badge,
    announcement: polite(WORDS.state.youAreOffline.badge),
  }),
  unsupported: () => ({
    ...card('▧', WORDS.state.unsupported),
    announcement: polite(WORDS.state.unsupported.spoken),
  }),
};

type CardWords = Pick<StateWords, 'badge' | 'heading' | 'sentence'>;

function card(shape: string, { badge, heading, sentence }: CardWords): StateWords {
  return {
    shape,
    badge,
    ...(heading !== undefined && { heading }),
    ...(sentence !== undefined && { sentence }),
  };
}

/** A card whose heading is read out. */
function spokenCard(shape: string, words: CardWords & { readonly heading: string }): StateWords {
  return { ...card(shape, words), announcement: assertive(words.heading) };
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** The words for `state` at a moment. */
export function wordsFor<S extends WatchState>(state: S, moment: Moment): StateWords {
  const words = CATALOGUE[state.name] as (state: WatchState, moment: Moment) => StateWords;
  return words(state, moment);
}

/** The notice about a slow connection; none when the viewer chose the small rendition. */
export function deliveryWords(mode: DeliveryMode, wanted: Quality): string | undefined {
  return mode === 'all' || (mode === 'low' && wanted === 'low') ? undefined : WORDS.delivery[mode];
}

/** The notice about the camera's own slow connection. */
export function uplinkWords(uplink: UplinkQuality): string | undefined {
  switch (uplink) {
    case 'fine':
      return undefined;
    case 'slow':
      return WORDS.delivery.cameraSlow;
    case 'poor':
      return WORDS.delivery.cameraPoor;
  }
}

/** The announcement of a slow connection. */
export function deliveryAnnouncement(words: string | undefined): Announcement | undefined {
  return words === undefined ? undefined : polite(words, DELIVERY_SPOKEN_MS);
}

/** Latency for people: `≈0.2 s`; an estimate knows no less than a tenth. */
export function latencyWords(ms: number): string {
  return WORDS.time.fraction(ms < LEAST_SHOWN_MS ? `<${decimal(0.1, 1)}` : `≈${decimal(ms / 1000, 1)}`);
}

/** The message of the password form about the last attempt. */
export function passwordWords(status: PasswordStatus, waitMs: number): string {
  const { password } = WORDS.state;
  switch (status) {
    case 'none':
      return '';
    case 'checking':
      return password.checking;
    case 'wrong':
      return password.wrong;
    case 'too_many':
      return waitMs > 0 ? password.tooMany(waitWords(waitMs)) : password.again;
  }
}

function connectingSentence(sinceMs: number, againAtMs: number | undefined, nowMs: number): string {
  return againAtMs === undefined || nowMs - sinceMs < UNREACHABLE_AFTER_MS
    ? WORDS.state.connecting.sentence
    : WORDS.state.unreachable(retryWords(againAtMs, nowMs));
}

function pausedSentence(
  why: string,
  resumesAtUs: number | undefined,
  dayAndTime: (us: number) => string,
): string {
  if (resumesAtUs !== undefined) {
    return WORDS.state.pausedAtCamera.until(dayAndTime(resumesAtUs));
  }
  return why === '' ? WORDS.state.pausedAtCamera.sentence : WORDS.state.pausedAtCamera.because(why);
}

function damagedSentence(againAtMs: number, nowMs: number): string {
  return againAtMs - nowMs < COUNTDOWN_FROM_MS
    ? WORDS.state.damaged.once
    : WORDS.state.damaged.again(retryWords(againAtMs, nowMs));
}

function lastSeen(captureUs: number | undefined, { wallUs, timeOfDay }: Moment): string {
  return captureUs === undefined
    ? ''
    : WORDS.state.lastSeen(timeOfDay(captureUs), agoWords(wallUs - captureUs));
}
