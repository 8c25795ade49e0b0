import type { HeadPreset, HeadResult, PtzResult } from '../protocol/head-message';

const NOTICE_MS = 6000;

/** The camera's head as this viewer has it. Times in ms of the page's clock. */
export interface HeadState {
  /** Whether this viewer may move it. */
  readonly allowed: boolean;
  /** Whether there is one that can be moved now. */
  readonly available: boolean;
  readonly presets: readonly HeadPreset[];
  /** Why the last command was not carried out. */
  readonly notice: { readonly words: string; readonly untilMs: number } | undefined;
}

/** Before the relay has said anything about it. */
export const UNKNOWN_HEAD: HeadState = {
  allowed: false,
  available: false,
  presets: [],
  notice: undefined,
};

/** The head after the answer to a command. */
export function headAnswered(head: HeadState, { result, presets }: PtzResult, nowMs: number): HeadState {
  const words = REFUSALS[result];
  const notice = words === undefined ? undefined : { words, untilMs: nowMs + NOTICE_MS };
  return { ...head, presets: presets ?? head.presets, notice };
}

const REFUSALS: Readonly<Partial<Record<HeadResult, string>>> = {
  not_allowed: 'Your link does not let you move the camera.',
  too_fast: 'Too many moves at once. Try again in a moment.',
  paused: 'The camera is paused and does not move.',
  off: 'The people at the camera do not let viewers move it.',
  unavailable: 'The camera does not answer. Try again in a moment.',
  refused: 'The camera refused that.',
};
