import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem';
import type { Entry } from '../state/entry-state';
import { Door } from './link-entry';
import type { LinkWish } from './link-exchange';

/** A door at `address` whose relay calls the camera `name`, and everything it did. */
function doorAt(address: string, name = 'front') {
  let url = new URL(address);
  const entries: Entry[] = [];
  const wishes: LinkWish[] = [];
  const admitted: string[] = [];
  const door = new Door({
    post: async (wish) => {
      wishes.push(wish);
      if (wish.key !== 'good') {
        throw new ApiProblem('not_found', 'nothing here');
      }
      return { camera: name, title: 'T', can: 'chat' };
    },
    random: () => 0,
    setTimer: () => 0,
    clearTimer: () => undefined,
    publicCameras: async () => [],
    timeWords: String,
    location: () => url,
    replaceAddress: (path) => {
      url = new URL(path, url);
    },
    onEntry: (entry) => entries.push(entry),
    onAdmitted: (at) => admitted.push(at.camera),
  });
  const settled = async () => {
    for (let i = 0; i < 10; i++) {
      await Promise.resolve();
    }
  };
  return { door, entries, wishes, admitted, settled, url: () => url.href };
}

describe('the door of a watch page', () => {
  it('trades the key and takes it out of the address bar', async () => {
    const { door, entries, admitted, settled, url } = doorAt('https://cam.example/w/front?mode=mse#good');
    door.enter();
    expect(url()).toContain('#good');
    await settled();
    expect(url()).toBe('https://cam.example/w/front?mode=mse');
    expect(entries.map((entry) => entry.kind)).toEqual(['asking', 'admitted']);
    expect(admitted).toEqual(['front']);
    expect(door.link).toMatchObject({ key: 'good', password: false });
  });

  it('asks nothing when the address has no key', async () => {
    const { door, entries, wishes, admitted } = doorAt('https://cam.example/w/front');
    door.enter();
    expect([wishes, admitted, entries]).toEqual([[], ['front'], [{ kind: 'admitted' }]]);
    expect(door.link).toBeUndefined();
  });

  it('follows a camera to its new name', async () => {
    const { door, admitted, settled, url } = doorAt('https://cam.example/w/old#good', 'new');
    door.enter();
    await settled();
    expect(url()).toBe('https://cam.example/w/new');
    expect(admitted).toEqual(['new']);
    door.welcomed('newer');
    expect(url()).toBe('https://cam.example/w/newer');
  });

  it('lets nobody dial with a wrong key, and leaves the address as it is', async () => {
    const { door, entries, admitted, settled, url } = doorAt('https://cam.example/w/front#bad');
    door.enter();
    await settled();
    expect(entries.at(-1)).toEqual({ kind: 'refused' });
    expect(admitted).toEqual([]);
    expect(url()).toContain('#bad');
  });

  it('shows the key again when a session ended that was good, but only once', async () => {
    const { door, wishes, settled } = doorAt('https://cam.example/w/front#good');
    door.enter();
    await settled();
    door.refused();
    await settled();
    expect(wishes).toHaveLength(1);
    door.welcomed('front');
    door.refused();
    door.refused();
    await settled();
    expect(wishes).toHaveLength(2);
  });
});
