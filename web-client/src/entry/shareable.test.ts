import { describe, expect, it } from 'vitest';
import type { HeldLink } from './held-link';
import { frameCode, shareableOf } from './shareable';

const HERE = new URL('https://cam.example/w/front?mode=mse');
const LINK: HeldLink = {
  key: 'k',
  session: { camera: 'front', title: 'T', can: 'watch', expires_at: 5 },
  password: true,
};
const words = (ms: number) => `at ${ms}`;

describe('what can be passed on', () => {
  it('is the link this page came by, with what it allows', () => {
    expect(shareableOf(HERE, LINK, false, words)).toEqual({
      kind: 'link',
      url: 'https://cam.example/w/front#k',
      allows: [
        'Anyone with this link can watch.',
        'A password is required.',
        'Expires at 5.',
        'The owner can revoke it at any time.',
      ],
    });
  });

  it('is never a key where the camera is open to anyone', () => {
    expect(shareableOf(HERE, LINK, true, words)).toEqual({
      kind: 'open',
      url: 'https://cam.example/w/front',
    });
    const unlisted = new URL(`https://cam.example/w/${'a2'.repeat(13)}`);
    expect(shareableOf(unlisted, undefined, false, words)).toEqual({ kind: 'open', url: unlisted.href });
  });

  it('is nothing where the key is not known any more', () => {
    expect(shareableOf(HERE, undefined, false, words)).toEqual({ kind: 'nothing' });
  });
});

describe('the code for a page of another site', () => {
  it('is a frame of the camera', () => {
    expect(frameCode('https://cam.example/w/w')).toBe(
      '<iframe src="https://cam.example/embed/w" width="640" height="360" allow="autoplay; fullscreen; picture-in-picture"></iframe>',
    );
    expect(frameCode('https://example.org/w/cams/w/front')).toContain(
      '"https://example.org/w/cams/embed/front"',
    );
  });
});
