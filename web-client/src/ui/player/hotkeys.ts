import { WORDS } from '../../words/words';
/** Action of a key while the player has focus. */
export type HotkeyAction =
  | 'pause'
  | 'fullscreen'
  | 'theatre'
  | 'chat'
  | 'write'
  | 'stats'
  | 'snapshot'
  | 'live'
  | 'share'
  | 'mute'
  | 'louder'
  | 'quieter'
  | 'steer'
  | 'pip'
  | 'rotate'
  | 'zoom_reset'
  | 'help';

const ACTIONS: Readonly<Record<string, HotkeyAction>> = {
  ' ': 'pause',
  k: 'pause',
  f: 'fullscreen',
  t: 'theatre',
  h: 'chat',
  '/': 'write',
  i: 'stats',
  s: 'snapshot',
  m: 'mute',
  ArrowUp: 'louder',
  ArrowDown: 'quieter',
  End: 'live',
  '0': 'live',
  p: 'pip',
  r: 'rotate',
  c: 'steer',
  '?': 'help',
};

/** The keys and their meaning, for the help, in the order in which they are looked for. */
export function hotkeyHelp(): readonly (readonly [keys: string, meaning: string])[] {
  const { keys, player } = WORDS;
  return [
    [keys.space, keys.pause],
    [keys.end, player.goLive],
    ['m', keys.mute],
    ['↑ ↓', player.volume],
    ['f', player.fullscreen],
    ['t', keys.theatre],
    ['p', player.pip],
    ['+ − =', keys.zoom],
    ['Shift ← → ↑ ↓', keys.pan],
    ['r', player.rotate],
    ['s', keys.snapshot],
    ['h', keys.chat],
    ['/', keys.write],
    ['i', player.statistics],
    ['c', keys.steer],
    ['Shift ← → ↑ ↓, + −', keys.move],
    ['?', player.shortcuts],
  ];
}

/** The action of a key press, undefined if it is none of ours or a button under the focus wants it. */
export function hotkeyAction(
  press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  onButton: boolean,
): HotkeyAction | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || (onButton && press.key === ' ')) {
    return undefined;
  }
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
}
