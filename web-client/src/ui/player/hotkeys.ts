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
export const HOTKEY_HELP: readonly (readonly [keys: string, meaning: string])[] = [
  ['Space, k', 'Pause or resume'],
  ['End, 0', 'Go live'],
  ['m', 'Mute or unmute'],
  ['↑ ↓', 'Volume'],
  ['f', 'Full screen'],
  ['t', 'Theatre: the video fills the window'],
  ['p', 'Picture in picture'],
  ['+ − =', 'Zoom in, out, and back to the whole'],
  ['Shift ← → ↑ ↓', 'Move what is zoomed'],
  ['r', 'Rotate'],
  ['s', 'Save a snapshot'],
  ['h', 'Show or hide chat'],
  ['/', 'Write a message; Esc returns to the player'],
  ['i', 'Statistics'],
  ['c', 'Camera controls, where you may move the camera'],
  ['Shift ← → ↑ ↓, + −', 'Move and zoom the camera while held, where you may'],
  ['?', 'Keyboard shortcuts'],
];

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
