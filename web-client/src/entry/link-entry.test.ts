import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem';
import type { Entry } from '../state/entry-state';
import { LinkEntry } from './link-entry';
import type { LinkRequest } from './link-exchange';

/** An entry at `address` whose relay calls the camera `name`, and everything it did. */
function entryAt(address: string, name = 'front') {
  let url = new URL(address);
  const entries: Entry[] = [];
  const requests: LinkRequest[] = [];
  const admitted: string[] = [];
  const entry = new LinkEntry({
    post: async (request) => {
      requests.push(request);
      if (request.key !== 'good') {
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
  return { entry, entries, requests, admitted, settled, url: () => url.href };
}

describe('the entry of a watch page', () => {
  it('exchanges the key and takes it out of the address bar', async () => {
    const { entry, entries, admitted, settled, url } = entryAt('https://cam.example/w/front?mode=mse#good');
    entry.enter();
    expect(url()).toContain('#good');
    await settled();
    expect(url()).toBe('https://cam.example/w/front?mode=mse');
    expect(entries.map((entry) => entry.kind)).toEqual(['requesting', 'admitted']);
    expect(admitted).toEqual(['front']);
    expect(entry.link).toMatchObject({ key: 'good', password: false });
  });

  it('asks nothing when the address has no key', async () => {
    const { entry, entries, requests, admitted } = entryAt('https://cam.example/w/front');
    entry.enter();
    expect([requests, admitted, entries]).toEqual([[], ['front'], [{ kind: 'admitted' }]]);
    expect(entry.link).toBeUndefined();
  });

  it('follows a camera to its new name', async () => {
    const { entry, admitted, settled, url } = entryAt('https://cam.example/w/old#good', 'new');
    entry.enter();
    await settled();
    expect(url()).toBe('https://cam.example/w/new');
    expect(admitted).toEqual(['new']);
    entry.welcomed('newer');
    expect(url()).toBe('https://cam.example/w/newer');
  });

  it('does not dial with a wrong key, and leaves the address as it is', async () => {
    const { entry, entries, admitted, settled, url } = entryAt('https://cam.example/w/front#bad');
    entry.enter();
    await settled();
    expect(entries.at(-1)).toEqual({ kind: 'refused' });
    expect(admitted).toEqual([]);
    expect(url()).toContain('#bad');
  });

  it('shows the key again when a session ended that was good, but only once', async () => {
    const { entry, requests, settled } = entryAt('https://cam.example/w/front#good');
    entry.enter();
    await settled();
    entry.refused();
    await settled();
    expect(requests).toHaveLength(1);
    entry.welcomed('front');
    entry.refused();
    entry.refused();
    await settled();
    expect(requests).toHaveLength(2);
  });
});
