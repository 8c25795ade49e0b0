import { ProtocolError } from './error';
import { type Field, integer, listOf, objectOf, oneOf, text, textLike } from './field';
import type { HeadAct, HeadPreset, HeadResult, HeadVelocity } from './head-message';
import { MAX_HEAD_MOVE_MS, MAX_PRESETS } from './limits';

const token = textLike(/^.{0,64}$/su, 'a preset');
const part: Field<number> = (value, name) => {
  if (typeof value === 'number' && Math.abs(value) <= 1) {
    return value;
  }
  throw new ProtocolError(`${name} is not a number from -1 to 1`);
};

const movement = objectOf<{ act: 'move'; for_ms: number }, HeadVelocity>(
  { act: oneOf('move'), for_ms: integer(1, MAX_HEAD_MOVE_MS) },
  { pan: part, tilt: part, zoom: part },
);

const move: Field<HeadAct> = (value, name) => {
  const read = movement(value, name);
  if (!read.pan && !read.tilt && !read.zoom) {
    throw new ProtocolError('a movement has a direction');
  }
  return read;
};

const ACTS: Readonly<Record<HeadAct['act'], Field<HeadAct>>> = {
  move,
  stop: objectOf({ act: oneOf('stop') }),
  presets: objectOf({ act: oneOf('presets') }),
  go_to: objectOf({ act: oneOf('go_to'), preset: token }),
};

const actName = oneOf('move', 'stop', 'presets', 'go_to');

/** The members of `ptz` that describe the command. */
export const headAct: Field<HeadAct> = (value, name) => {
  const { act } = objectOf({ act: text })(value, name);
  return ACTS[actName(act, 'act')](value, name);
};

/** What became of a command. */
export const headResult: Field<HeadResult> = oneOf(
  'done',
  'replaced',
  'not_allowed',
  'too_fast',
  'paused',
  'off',
  'unavailable',
  'refused',
);

/** The positions that a head remembers. */
export const headPresets: Field<readonly HeadPreset[]> = listOf(
  objectOf({ token, name: textLike(/^.{0,32}$/su, 'at most 32 characters') }),
  1,
  MAX_PRESETS,
);
