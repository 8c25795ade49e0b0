import type { HeadPreset, HeadResult, PtzResult } from '../protocol/head-message';
import { WORDS } from '../words/words';

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
  const words = refusalOf(result);
  const notice = words === undefined ? undefined : { words, untilMs: nowMs + NOTICE_MS };
  return { ...head, presets: presets ?? head.presets, notice };
}

function refusalOf(result: HeadResult): string | undefined {
  const { refusals } = WORDS.pad;
  return result === 'done' || result === 'replaced' ? undefined : refusals[result];
}
