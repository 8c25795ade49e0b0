import { describe, expect, it } from 'vitest';
import { keysOf, THIS_BROWSER } from './push-browser';

describe('a browser that is to be notified', () => {
  it('gives the relay its address and both keys', () => {
    expect(keysOf({ endpoint: 'https://push.example/1', keys: { p256dh: 'B', auth: 'A' } })).toEqual({
      endpoint: 'https://push.example/1',
      p256dh: 'B',
      auth: 'A',
    });
  });

  it('is not taken for one when something is missing', () => {
    expect(keysOf({ endpoint: 'https://push.example/1', keys: { p256dh: 'B' } })).toBeUndefined();
    expect(keysOf({ endpoint: 'https://push.example/1' })).toBeUndefined();
  });

  it('is impossible where there are no service workers', () => {
    expect(THIS_BROWSER.support).toBe('impossible');
  });
});
