/** Action of a key while the player has focus. */
export type HotkeyAction =
  | 'pause'
  | 'fullscreen'
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
  | 'help';

const ACTIONS: Readonly<Record<string, HotkeyAction>> = {
  ' ': 'pause',
  k: 'pause',
  f: 'fullscreen',
  h: 'chat',
  '/': 'write',
  i: 'stats',
  s: 'snapshot',
  m: 'mute',
  ArrowUp: 'louder',
  ArrowDown: 'quieter',
  End: 'live',
  '0': 'live',
  p: 'steer',
  '?': 'help',
};

/** The keys and their meaning, for the help. */
export const HOTKEY_HELP: readonly (readonly [keys: string, meaning: string])[] = [
  ['Space, k', 'Pause or resume'],
  ['End, 0', 'Go live'],
  ['m', 'Mute or unmute'],
  ['↑ ↓', 'Volume'],
  ['p', 'Camera controls, where you may move the camera'],
  ['Shift ← → ↑ ↓, + −', 'Move and zoom the camera while held'],
  ['s', 'Save a snapshot'],
  ['f', 'Full screen'],
  ['h', 'Show or hide chat'],
  ['/', 'Write a message; Esc returns to the player'],
  ['i', 'Statistics'],
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
