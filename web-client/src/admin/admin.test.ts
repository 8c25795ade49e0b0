import { describe, expect, it } from 'vitest';
import type { components } from '../api/schema';
import { banQuestion } from '../ui/chat/chat-menus';
import { passwordError, passwordStrength } from './account/new-password';
import { locationOf } from './admin-location';
import { banHits } from './people/ban-hits';
import { personDone } from './people/person-menu';
import { browserWords } from './section/browser-words';
import { spanWords, untilWords } from './section/formats';

type Viewer = components['schemas']['Viewer'];

describe('the address of the owner’s page', () => {
  it('names a section, the first one without a name', () => {
    expect(locationOf('')).toEqual({ kind: 'section', section: 'cameras' });
    expect(locationOf('#links')).toEqual({ kind: 'section', section: 'links' });
    expect(locationOf('#links/nest-box')).toEqual({ kind: 'section', section: 'links', camera: 'nest-box' });
  });

  it('names the pages below the cameras', () => {
    expect(locationOf('#add')).toEqual({ kind: 'add' });
    expect(locationOf('#add/nest-box')).toEqual({ kind: 'add', camera: 'nest-box' });
    expect(locationOf('#camera/nest-box')).toEqual({ kind: 'camera', camera: 'nest-box' });
  });

  it('takes whatever is no section for a one-time secret', () => {
    expect(locationOf('#toString')).toEqual({ kind: 'setup', secret: 'toString' });
    expect(locationOf('#camera/No_Camera')).toEqual({ kind: 'setup', secret: 'camera/No_Camera' });
    expect(locationOf('#k3y')).toEqual({ kind: 'setup', secret: 'k3y' });
  });
});

describe('a new password', () => {
  it('has twelve characters, as people count them', () => {
    expect(passwordError('elevenchars')).toContain('At least 12');
    expect(passwordError('🐦'.repeat(11))).toContain('At least 12');
    expect(passwordError('correct horse')).toBeUndefined();
  });

  it('is the stronger the longer it is, unless it repeats a few characters', () => {
    expect(
      ['', 'short', 'correct hors', 'harbour lantern nine', 'a'.repeat(40)].map(passwordStrength),
    ).toEqual([0, 1, 2, 4, 1]);
  });
});

describe('lengths of time', () => {
  it('are given in the unit that fits', () => {
    expect([1000, 59 * 60_000, 3 * 3_600_000, 30 * 86_400_000].map(spanWords)).toEqual([
      '1 min',
      '59 min',
      '3 h',
      '30 days',
    ]);
    expect([untilWords(5, 5), untilWords(3_600_000, 0)]).toEqual(['now', 'in 60 min']);
  });
});

describe('whom a ban hits', () => {
  const viewer = (person: string, address: string, role: Viewer['role'], link?: string): Viewer => ({
    person,
    name: `Name ${person}`,
    role,
    since: 0,
    address,
    ...(link === undefined ? {} : { link }),
  });
  const mod = viewer('a', '192.0.2.1', 'moderate', 'k');
  const all = [
    mod,
    viewer('b', '192.0.2.1', 'chat', 'l'),
    viewer('c', '192.0.2.1', 'moderate', 'm'),
    viewer('d', '192.0.2.2', 'moderate', 'k'),
  ];

  it('names others at the address and by the link of a moderator', () => {
    expect(banHits(mod, all)).toEqual({ sameAddress: ['Name b'], sameLink: ['Name d'], endsLink: true });
    expect(banQuestion('Eve', banHits(mod, all))).toContain(
      'Also banned, because they are on the same network: Name b. Their moderator link is revoked, also for: Name d.',
    );
    expect(banHits(all[3] as Viewer, [all[3] as Viewer]).sameAddress).toEqual([]);
  });
});

describe('the notice about an action on a person', () => {
  it('contains their name', () => {
    const acts = [
      { type: 'ban' },
      { type: 'time_out', seconds: 600 },
      { type: 'time_out', seconds: 0 },
    ] as const;
    expect(acts.map((act) => personDone('Eve', act))).toEqual([
      'Eve is banned for 24 hours.',
      'Eve is timed out for 10 min.',
      'Eve can chat again.',
    ]);
  });
});

describe('the browser of a session', () => {
  it('has the name that people know', () => {
    const names = [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
      'curl/8.5.0',
      '',
    ].map(browserWords);
    expect(names).toEqual([
      'Edge on Windows',
      'Firefox on Linux',
      'Safari on iPhone',
      'Chrome on Android',
      'curl/8.5.0',
      'Unknown browser',
    ]);
  });
});
