import type { Direction, Steering } from './steering';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const ZOOM: Readonly<Record<string, Direction>> = { '+': 'in', '-': 'out' };

/** The direction of a key: arrows together with Shift, plus and minus. */
export function keyDirection({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyPress): Direction | undefined {
  if (ctrlKey || altKey || metaKey) {
    return undefined;
  }
  return shiftKey && Object.hasOwn(ARROWS, key)
    ? ARROWS[key]
    : Object.hasOwn(ZOOM, key)
      ? ZOOM[key]
      : undefined;
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Ends what was begun in `player`: when a key is released, Shift alone too, and when the focus leaves. */
export function releaseWithKeys(player: HTMLElement, steering: Steering): void {
  player.addEventListener('keyup', ({ key }) => {
    const direction = ARROWS[key] ?? ZOOM[key];
    if (key === 'Shift') {
      steering.releaseAll();
    } else if (direction !== undefined) {
      steering.release(direction);
    }
  });
  player.addEventListener('focusout', ({ relatedTarget }) => {
    if (!player.contains(relatedTarget as Node | null)) {
      steering.releaseAll();
    }
  });
}
