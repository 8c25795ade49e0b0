/** A position that a camera's head remembers; `token` names it in commands. */
export interface HeadPreset {
  readonly token: string;
  readonly name: string;
}

/** What became of a command to a camera's head. */
export type HeadResult =
  | 'done'
  | 'replaced'
  | 'not_allowed'
  | 'too_fast'
  | 'paused'
  | 'off'
  | 'unavailable'
  | 'refused';

/** Parts of the full speed, −1 to 1: to the right, upward and nearer above 0. */
export interface HeadVelocity {
  readonly pan?: number;
  readonly tilt?: number;
  readonly zoom?: number;
}

/** What a camera's head is asked to do; a movement ends by itself after `for_ms`. */
export type HeadAct =
  | ({ readonly act: 'move'; readonly for_ms: number } & HeadVelocity)
  | { readonly act: 'stop' | 'presets' }
  | { readonly act: 'go_to'; readonly preset: string };

export type Ptz = { readonly type: 'ptz'; readonly client_id: string } & HeadAct;

export interface PtzResult {
  readonly type: 'ptz_result';
  readonly client_id: string;
  readonly result: HeadResult;
  readonly presets?: readonly HeadPreset[];
}

/** Messages about a camera's head. */
export type HeadMessage = Ptz | PtzResult;
