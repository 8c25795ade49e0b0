/** What a key does while a recording can be watched. */
export type RewindKey = 'back' | 'forward' | 'live';

const KEYS: Readonly<Record<string, RewindKey>> = {
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  l: 'live',
  L: 'live',
};

/** What a key press asks for; undefined for all others, and where text is typed. */
export function rewindKey(event: KeyboardEvent): RewindKey | undefined {
  const field =
    event.target instanceof Element &&
    event.target.closest('input, select, textarea, [contenteditable]') !== null;
  const modified = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
  return field || modified || !Object.hasOwn(KEYS, event.key) ? undefined : KEYS[event.key];
}
