import { describe, expect, it } from 'vitest';
import { keyDirection } from './head-keys';

const press = (key: string, shiftKey = false, ctrlKey = false) =>
  keyDirection({ key, shiftKey, ctrlKey, altKey: false, metaKey: false });

describe('the keys that move the camera', () => {
  it.each([
    ['ArrowLeft', true, 'left'],
    ['ArrowUp', true, 'up'],
    ['+', true, 'in'],
    ['-', false, 'out'],
  ])('%s with Shift %s is %s', (key, shift, direction) => {
    expect(press(key, shift)).toBe(direction);
  });

  it('leave arrows without Shift to the volume, and keys with Ctrl to the browser', () => {
    expect(press('ArrowUp')).toBeUndefined();
    expect(press('+', false, true)).toBeUndefined();
    expect(press('constructor')).toBeUndefined();
  });
});
