import { describe, expect, it } from 'vitest';
import { isPortal, otherSide, readPortal } from './portal-address';

describe('the address of a portal', () => {
  it('is read at the root and below the path of a proxy', () => {
    expect(isPortal('/portal', '/')).toBe(true);
    expect(isPortal('/cams/portal/', '/cams/')).toBe(true);
    expect(isPortal('/publish', '/')).toBe(false);
    expect(isPortal('/w/portal', '/')).toBe(false);
  });

  it('holds the key of this side and the link to the other', () => {
    const portal = readPortal('keyabc234.front-door.linkabc234');
    expect(portal).toEqual({ key: 'keyabc234', camera: 'front-door', link: 'linkabc234' });
    expect(portal && otherSide(portal, '/cams/')).toBe('/cams/embed/front-door#linkabc234');
  });

  it('is none without both', () => {
    for (const fragment of [
      '',
      'keyabc234',
      'keyabc234.front',
      'keyabc234..linkabc',
      'KEY.front.link',
      'a.%E0%A4%A.b',
    ]) {
      expect(readPortal(fragment), fragment).toBeUndefined();
    }
  });
});
