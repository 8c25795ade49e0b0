import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../api/api-client';
import { AuditNameLookup } from './audit-name-lookup';

const ban = (id: number, camera: string) =>
  ({ id, time: 0, actor: 'owner:s1', act: 'chat.ban', camera, target: 'p1', alert: false }) as const;

describe('the names in an audit log', () => {
  it('are asked for once a list, and again only for entries that are new', async () => {
    const asked: string[] = [];
    const api = new ApiClient(async (url) => {
      const path = String(url).replace(/^.*api\/v1/, '');
      asked.push(path);
      return Response.json(path.endsWith('/chat') ? [{ person: 'p1', name: 'fair-grebe' }] : []);
    });
    const lookup = new AuditNameLookup(() => api);

    expect((await lookup.of([ban(1, 'front')])).people.get('p1')).toBe('fair-grebe');
    expect(asked).toHaveLength(6);
    await lookup.of([ban(1, 'front')]);
    expect(asked).toHaveLength(6);

    const names = await lookup.of([ban(2, 'back'), ban(1, 'front')]);
    expect(asked.slice(6).filter((path) => path.startsWith('/cameras/'))).toEqual([
      '/cameras/back/chat',
      '/cameras/back/bans',
      '/cameras/back/viewers',
    ]);
    expect(names.people.get('p1')).toBe('fair-grebe');
  });
});
