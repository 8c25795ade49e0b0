/** What a page asks the player in its frame to do. */
export type PlayerCommand =
  | { readonly command: 'play' | 'pause' | 'live' | 'mute' | 'unmute' }
  /** `value`: 0 to 1. */
  | { readonly command: 'volume'; readonly value: number };

/** How the player in a frame is. Nothing of it is a secret: the page around the frame may know it. */
export interface PlayerReport {
  /** Name of the state, as in `data-state` of the watch page. */
  readonly state: string;
  readonly paused: boolean;
  readonly muted: boolean;
  /** 0 to 1. */
  readonly volume: number;
  /** Age of the newest frame when it was drawn, in ms; undefined before it is known. */
  readonly latencyMs: number | undefined;
  readonly viewers: number | undefined;
}

/** A message of the frame to the page around it. */
export type FrameMessage = { readonly fanlight: 1; readonly event: 'state' } & PlayerReport;

/** A message of the page around it to the frame. */
export type CommandMessage = { readonly fanlight: 1 } & PlayerCommand;

const PLAIN = ['play', 'pause', 'live', 'mute', 'unmute'] as const;

/** The command in a message of another page; undefined when there is none. */
export function commandIn(data: unknown): PlayerCommand | undefined {
  const { fanlight, command, value }: Readonly<Record<string, unknown>> = Object(data);
  if (fanlight !== 1) {
    return undefined;
  }
  if (command === 'volume') {
    return typeof value === 'number' && value >= 0 && value <= 1 ? { command, value } : undefined;
  }
  const known = PLAIN.find((name) => name === command);
  return known === undefined ? undefined : { command: known };
}
