import type { Answers } from './puppet-relay.ts';

const HOUR = 3_600_000;

/** What a relay full of cameras, links and lines says; every text that a person can choose comes from `texts`. */
export function inventedAnswers(texts: readonly string[], signedIn = true): Answers {
  const now = Date.now();
  const text = (i: number) => texts[i % texts.length] ?? '';
  const each = <T>(make: (text: string, i: number) => T) => texts.map(make);
  const words = 'amber cedar delta fjord grove ivory kayak lunar';
  const gets: Readonly<Record<string, unknown>> = {
    '/owner': { signed_in: signedIn, session: 'a' },
    '/public': each((title, i) => ({ camera: `cam-${i}`, title, state: 'live' })),
    '/cameras': each((title, i) => ({
      camera: `cam-${i}`,
      title,
      state: 'live',
      viewers: i === 0 ? texts.length : 0,
      visibility: 'private',
      visitors_can: 'watch',
      paused: i === 1,
      created_at: now - HOUR,
      seen_at: now,
      device: { id: 'abc', words, rotating: false },
    })),
    '/enrollments': each((host, i) => ({
      id: `e${'abcdefghijklmnopqrst'[i % 20]}`,
      code: `BCDFGHJ${'BCDFGHJKLMNPQRSTVWXZ'[i % 20]}`,
      words,
      host,
      agent: '0.1.0',
      address: '10.0.0.2',
      since: now,
    })).slice(0, 20),
    '/links': each((label, i) => ({
      id: `l${i}`,
      camera: 'cam-0',
      can: 'chat',
      label,
      state: (['good', 'expired', 'revoked'] as const)[i % 3],
      password: false,
      viewers: 1,
      created_at: now,
      expires_at: now + HOUR,
    })),
    '/cameras/cam-0/viewers': each((name, i) => ({
      person: `p${i}`,
      name,
      role: 'chat',
      link: `l${i}`,
      since: now - i,
      address: '10.0.0.1',
    })),
    '/cameras/cam-0/chat': each((line, i) => ({
      seq: i + 1,
      time: now,
      person: `p${i}`,
      name: text(i),
      text: line,
      ...(i % 2 === 1 && { removed: { at: now, by: text(i) } }),
    })),
    '/cameras/cam-0/chat-mode': { slow_seconds: 10, links: 'all' },
    '/cameras/cam-0/bans': each((name, i) => ({ person: `p${i}`, name, since: now, until: now + HOUR })),
    '/cameras/cam-0': {
      camera: 'cam-0',
      title: text(0),
      state: 'offline',
      viewers: 0,
      visibility: 'public',
      visitors_can: 'watch',
      paused: false,
      preview: true,
      transcode: false,
      created_at: now - HOUR,
      seen_at: now - HOUR,
      device: { id: 'abc', words, rotating: false },
    },
    '/health/history': [3, 2, 1].map((minutes) => ({
      time: now - minutes * 60_000,
      viewers: minutes,
      cameras_live: 1,
      bits_in: 1_000_000 * minutes,
      bits_out: 2_000_000 * minutes,
      cpu: 0.1 * minutes,
      memory: 100_000_000,
      memory_max: 500_000_000,
      disk_free: 10_000_000_000,
      disk: 20_000_000_000,
      frame_age_ms: 200 * minutes,
    })),
    '/status': {
      version: '0.1.0',
      uptime_ms: HOUR,
      cameras_online: 1,
      cameras_slow: 0,
      viewers: 1,
      frames_in: 1,
      frames_out: 1,
      frames_dropped: 0,
      bytes_in: 1_000_000,
      bytes_out: 2_000_000,
      alerts: 1,
      certificate: { mode: 'own authority', names: ['localhost'], not_after: now + HOUR },
    },
    '/audit': each((actor, i) => ({
      id: 1000 - i,
      time: now,
      actor,
      act: 'link_created',
      camera: 'cam-0',
      target: actor,
      alert: i % 4 === 0,
    })),
    '/owner/sessions': each((browser, i) => ({
      id: `s${i}`,
      address: '10.0.0.1',
      browser,
      created_at: now,
      used_at: now,
      current: i === 0,
    })),
    '/owner/push': {
      key: 'BA',
      browsers: each((browser, i) => ({ id: `b${i}`, browser, created_at: now, current: i === 0 })),
    },
    '/tokens': each((label, i) => ({ id: `t${i}`, label, can: 'read', created_at: now })),
  };
  return (method, path) => {
    if (method === 'GET') {
      const body = /^\/cameras\/cam-\d+\/bans$/.test(path) ? (gets[path] ?? []) : gets[path];
      return body === undefined ? undefined : { status: 200, body };
    }
    if (path.endsWith('/links')) {
      return {
        status: 201,
        body: { id: 'x', urls: ['https://cam.example/w/cam-0#abcdefghijklmnopqrstuvwxyz'], players: [] },
      };
    }
    return { status: 204 };
  };
}

/** What a player hears first. */
export function welcome(title: string, role = 'chatter'): object {
  return {
    type: 'welcome',
    camera: 'front',
    title,
    relay: '0.1.0',
    person: 'me',
    name: 'brave-otter',
    role,
    token: 't',
  };
}
