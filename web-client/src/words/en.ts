import { chat, moderation, notes, refusals } from './en/chat';
import { cameraStates, page, share } from './en/page';
import { keys, pad, player, settings, stats } from './en/player';
import { clips, recording } from './en/recordings';
import { delivery, state, time } from './en/state';

/** The texts in English, of which the types of all catalogues are made. */
export const EN = {
  player,
  settings,
  pad,
  keys,
  stats,
  state,
  delivery,
  time,
  chat,
  refusals,
  moderation,
  notes,
  page,
  share,
  cameraStates,
  recording,
  clips,
};

/** A catalogue: the texts of the pages in one language. */
export type Words = typeof EN;

/** The part of a catalogue about the video. */
export type VideoWords = Pick<
  Words,
  'player' | 'settings' | 'pad' | 'keys' | 'stats' | 'state' | 'delivery' | 'time'
>;

/** The part of a catalogue about recordings. */
export type RecordingWords = Pick<Words, 'recording' | 'clips'>;

/** The part of a catalogue about chat and pages. */
export type PageWords = Omit<Words, keyof VideoWords | keyof RecordingWords>;
