import type { components } from '../../api/schema';

type Entry = components['schemas']['AuditEntry'];

/** What the ids of an audit log stand for, as far as it is known. */
export interface AuditNames {
  /** People of the chats, by their ids. */
  readonly people: ReadonlyMap<string, string>;
  /** Notes of the links, by their ids. */
  readonly links: ReadonlyMap<string, string>;
  /** Labels of the API tokens, by their ids. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Titles of the cameras, by their names. */
  readonly cameras: ReadonlyMap<string, string>;
}

/** An entry as a sentence: who did what. */
export interface AuditWords {
  readonly actor: string;
  readonly act: string;
  /** The camera it is about. */
  readonly camera?: string;
}

/** What entries are about. */
export type AuditKind = 'camera' | 'link' | 'chat' | 'owner' | 'other';

const KINDS: Readonly<Record<string, AuditKind>> = {
  camera: 'camera',
  device: 'camera',
  publisher: 'camera',
  publish_key: 'camera',
  recording: 'camera',
  link: 'link',
  chat: 'chat',
  viewer: 'chat',
  owner: 'owner',
  token: 'owner',
};

/** What an entry is about, by its act. */
export function auditKind({ act }: Pick<Entry, 'act'>): AuditKind {
  return KINDS[act.split('.', 1)[0] ?? ''] ?? 'other';
}

type ActWords = (target: string, names: AuditNames) => string;

const RECORD_WORDS: Readonly<Record<string, string>> = {
  never: 'turned recording off',
  while_watched: 'let the camera be recorded while someone watches',
  always: 'turned recording on',
};

const ACTS: Readonly<Record<string, ActWords>> = {
  'camera.invite': () => 'created a join link for a device',
  'camera.open': () => 'changed who can watch',
  'camera.pause': () => 'paused the camera',
  'camera.resume': () => 'resumed the camera',
  'camera.remove': () => 'removed the camera',
  'camera.rename': (target) => `renamed the camera${target === '' ? '' : ` to ${target}`}`,
  'camera.retitle': () => 'changed the title of the camera',
  'camera.preview': (target) =>
    target === 'on'
      ? 'allowed the last still of the camera to be shown'
      : 'stopped showing the last still of the camera',
  'camera.transcode': (target) =>
    target === 'on'
      ? 'allowed the video of the camera to be made H.264'
      : 'stopped making H.264 of the video of the camera',
  'camera.record': (target) => RECORD_WORDS[target] ?? 'changed when the camera is recorded',
  'recording.stop': () => 'had to stop recording',
  'recording.resume': () => 'records again',
  'recording.watch': () => 'watched the recording',
  'recording.download': () => 'downloaded a part of the recording',
  'clip.create': () => 'cut a clip',
  'clip.delete': () => 'deleted a clip',
  'clip.share': () => 'created a link to a clip',
  'clip.unshare': () => 'revoked the links to a clip',
  'device.join': () => 'joined the camera',
  'device.approve': () => 'approved a device',
  'device.refuse': () => 'rejected a device',
  'device.revoke': () => 'revoked the device of the camera',
  'device.rotate': () => 'requested a new device key',
  'publisher.replace': () =>
    'replaced another publisher of the camera. If this repeats, two computers use the same key',
  'publish_key.create': () => 'created a publish key',
  'publish_key.revoke': () => 'revoked a publish key',
  'link.create': (target, names) => `created ${linkWords(target, names).replace(/^the /, 'a ')}`,
  'link.revoke': (target, names) => `revoked ${linkWords(target, names)}`,
  'owner.setup': () => 'set the owner password',
  'owner.reset': () => 'created a link to set the owner password',
  'owner.password': () => 'changed the owner password',
  'owner.sign_in': () => 'signed in',
  'owner.wrong_password': () => 'tried a wrong owner password',
  'owner.end_session': () => 'ended a session of the owner',
  'store.failed': (target) => `could not write to the store${target === '' ? '' : `: ${target}`}`,
  'token.create': (target, names) => `created ${tokenWords(target, names)}`,
  'token.revoke': (target, names) => `revoked ${tokenWords(target, names)}`,
  'viewer.disconnect': (target, names) => `disconnected ${personWords(target, names)}`,
  'chat.remove': () => 'removed a chat message',
  'chat.restore': () => 'restored a chat message',
  'chat.timeout': (target, names) => `timed out ${personWords(target, names)}`,
  'chat.ban': (target, names) => `banned ${personWords(target, names)}`,
  'chat.unban': (target, names) => `lifted the ban of ${personWords(target, names)}`,
  'chat.slow': (target) =>
    target === '0s'
      ? 'turned slow mode off'
      : `set slow mode to one message every ${target.replace(/s$/, ' s')}`,
  'chat.links': (target) => (target === 'all' ? 'let everyone send links' : 'let only moderators send links'),
  'chat.pin': (target) =>
    target === 'none' ? 'unpinned the note of the chat' : 'pinned a note above the chat',
};

const REFUSALS: Readonly<Record<string, string>> = {
  not_allowed: 'not allowed',
  unknown: 'no longer there',
  too_fast: 'too many actions',
};

/** The words for `entry`; acts of a newer relay stay codes. */
export function auditWords({ actor, act, target = '', camera }: Entry, names: AuditNames): AuditWords {
  const place = camera === undefined ? {} : { camera: names.cameras.get(camera) ?? camera };
  const [name = '', verb = '', refusal] = act.split('.');
  const words = ACTS[`${name}.${verb}`];
  if (words === undefined) {
    return { actor: actorWords(actor, names), act: target === '' ? act : `${act} (${target})`, ...place };
  }
  return { actor: actorWords(actor, names), act: words(target, names) + outcomeWords(refusal), ...place };
}

/** A ban or time-out that could not be saved was in force all the same, so it was not refused. */
function outcomeWords(refusal: string | undefined): string {
  if (refusal === undefined) {
    return '';
  }
  return refusal === 'unavailable' ? ' – not saved' : ` – refused: ${REFUSALS[refusal] ?? refusal}`;
}

function actorWords(actor: string, names: AuditNames): string {
  const at = actor.indexOf(':');
  const [kind, id] = at < 0 ? [actor, ''] : [actor.slice(0, at), actor.slice(at + 1)];
  switch (kind) {
    case 'owner':
      // The role comes first, then how the owner was authenticated.
      return /^(token|host):?/.test(id) ? actorWords(id, names) : 'You';
    case 'token':
      return `A program with ${tokenWords(id, names)}`;
    case 'host':
      return 'The command line';
    case 'moderator':
      return `Moderator ${personWords(id, names)}`;
    case 'link':
      return `Someone with ${linkWords(id, names)}`;
    case 'device':
      return 'A device';
    case 'publish-key':
      return 'A program with a publish key';
    case 'anybody':
      return 'Someone';
    case 'relay':
      return 'The relay';
    default:
      return actor;
  }
}

function personWords(id: string, { people }: AuditNames): string {
  return people.get(id) ?? `someone who has left (${id})`;
}

function linkWords(id: string, { links }: AuditNames): string {
  const label = links.get(id);
  return label === undefined
    ? 'a deleted link'
    : label === ''
      ? 'a link without a name'
      : `the link for ${label}`;
}

function tokenWords(id: string, { tokens }: AuditNames): string {
  const label = tokens.get(id);
  return label === undefined ? 'a deleted API token' : `the API token “${label}”`;
}
