import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AuditNames, auditWords } from './audit-words';

const NAMES: AuditNames = {
  people: new Map([
    ['65d36zp64kq5le4y', 'fair-grebe'],
    ['a35d5algb2kweiob', 'brave-otter'],
  ]),
  links: new Map([
    ['l1', 'Grandma'],
    ['l2', ''],
  ]),
  tokens: new Map([['t1', 'Home Assistant']]),
  cameras: new Map([['front', 'Front room']]),
};

const RELAY = join(import.meta.dirname, '../../../../cloud-relay/src/main/java/dev/fanlight/relay');

/** Files and settings, which look like acts. */
const NO_ACTS = /\.(?:key|db|json|html|txt|yaml|port|url|keep)$|_port$/;

/** The acts that the relay's sources write down. */
function actsOfTheRelay(): readonly string[] {
  const sources = readdirSync(RELAY, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.java'))
    .map((name) => readFileSync(join(RELAY, name), 'utf8'));
  const acts = sources.flatMap((source) =>
    /\baudit\b/i.test(source) || source.includes('AuditLog')
      ? [...source.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].flatMap(([, act = '']) =>
          NO_ACTS.test(act) ? [] : act,
        )
      : [],
  );
  const moderation = ['remove', 'restore', 'timeout', 'ban', 'unban', 'slow', 'links'];
  return [...new Set([...acts, ...moderation.map((act) => `chat.${act}`)])];
}

const words = (actor: string, act: string, target?: string) => {
  const said = auditWords({ id: 1, time: 0, actor, act, alert: false, ...(target && { target }) }, NAMES);
  return `${said.actor} ${said.act}`;
};

describe('a line of the audit log', () => {
  it('names people, links and programs', () => {
    expect(words('moderator:a35d5algb2kweiob', 'chat.ban', '65d36zp64kq5le4y')).toBe(
      'Moderator brave-otter banned fair-grebe',
    );
    expect(words('owner:s1', 'link.revoke', 'l1')).toBe('You revoked the link for Grandma');
    expect(words('token:t1', 'link.create', 'l2')).toBe(
      'A program with the API token “Home Assistant” created a link without a name',
    );
    expect(words('owner:token:t1', 'chat.slow', '30s')).toBe(
      'A program with the API token “Home Assistant” set slow mode to one message every 30 s',
    );
    expect(words('owner:owner:s1', 'chat.ban.unknown', 'gone')).toBe(
      'You banned someone who has left (gone) – refused: no longer there',
    );
    expect(words('owner:owner:s1', 'chat.ban.unavailable', '65d36zp64kq5le4y')).toBe(
      'You banned fair-grebe – not saved',
    );
    expect(words('host', 'owner.reset')).toBe('The command line created a link to set the owner password');
  });

  it('has words for every act that the relay writes down', () => {
    const acts = actsOfTheRelay();
    expect(acts.length).toBeGreaterThan(25);
    expect(acts.filter((act) => words('host', act, 'x').includes(act))).toEqual([]);
  });

  it('leaves what it does not know as it is', () => {
    expect(words('robot:7', 'camera.paint', 'x')).toBe('robot:7 camera.paint (x)');
  });
});
