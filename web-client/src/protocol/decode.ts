import { ProtocolError } from './error';
import {
  type Field,
  flag,
  integer,
  listOf,
  objectOf,
  oneOf,
  text,
  textLike,
  time,
  trackId,
  u32,
} from './field';
import { headAct, headPresets, headResult } from './head';
import { MAX_CONTROL_BYTES, MAX_CONTROL_DEPTH, MAX_TIME } from './limits';
import type { ControlMessage } from './message';
import { chatLinks, moderationAct, slowSeconds } from './moderation';
import { chatReactions, react } from './reactions';
import type { UplinkQuality } from './stream-condition';
import type { MediaSelection } from './stream-message';
import { MAX_TRACKS, trackList } from './track';

type MessageType = ControlMessage['type'];
type Members<K extends MessageType> = Omit<Extract<ControlMessage, { type: K }>, 'type'>;

const MAX_WAIT_MS = 86_400_000;

const wait = { retry_after_ms: time };
const requestId = textLike(/^[A-Za-z0-9._-]{8,64}$/, '8 to 64 of [A-Za-z0-9._-]');
const clientId = textLike(/^[A-Za-z0-9_-]{8,64}$/, '8 to 64 of [A-Za-z0-9_-]');
const lineMembers = { seq: time, time, person: text, name: text, text };
const replyTo = { reply_to: integer(1, MAX_TIME) };
const line = objectOf(lineMembers, { badge: oneOf('moderator', 'owner', 'camera'), ...replyTo });
const mediaSelection: Field<MediaSelection> = oneOf('all', 'audio', 'none');
const nonce = textLike(/^[A-Za-z0-9+/]{43}=$/, '32 bytes in base64');
const proof = { server_key: text, signature: text, agent: text };

const condition = {
  uplink: oneOf('fine', 'slow', 'poor') as Field<UplinkQuality>,
  paused: text,
  resumes_at: time,
  ptz: flag,
};

const features = listOf(textLike(/^[a-z0-9._-]{1,32}$/, 'a feature: 1 to 32 of [a-z0-9._-]'), 0, 16);

const namedViewer = objectOf(
  { way: oneOf('link', 'visitor', 'owner') },
  {
    label: textLike(/^.{0,64}$/su, 'at most 64 characters'),
    name: textLike(/^.{0,64}$/su, 'at most 64 characters'),
    player: textLike(/^.{0,16}$/su, 'at most 16 characters'),
  },
);

const MEMBERS: { readonly [K in MessageType]: Field<Members<K>> } = {
  time_request: objectOf({ t0: time }),
  time_reply: objectOf({ t0: time, t1: time, t2: time }),
  ack: objectOf({ track: trackId, sequence: u32 }),
  goodbye: objectOf({ reason: text }, { ...wait, request: requestId }),
  reconnect: objectOf({ spread_ms: integer(0, MAX_WAIT_MS) }),
  challenge: objectOf({ relay: text, nonce: text, time }),
  authenticate: objectOf({ device: text, ...proof }, { features }),
  publish: objectOf({ key: text, agent: text }, { features }),
  join: objectOf({ code: text, secret: text, public_key: text, ...proof }),
  enroll: objectOf({ public_key: text, ...proof, host: textLike(/^.{0,64}$/su, 'at most 64 characters') }),
  pending: objectOf({
    code: textLike(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/, 'a code'),
    lifetime_ms: integer(0, MAX_WAIT_MS),
  }),
  rotate_key: objectOf({ nonce, time }),
  new_key: objectOf({ public_key: text, server_key: text, signature: text }),
  key_accepted: objectOf({}),
  joined: objectOf({ device: text, camera: text }),
  accepted: objectOf({ camera: text }, { features }),
  tracks: objectOf({ epoch: u32, tracks: trackList }),
  source: objectOf({ state: oneOf('asleep', 'starting', 'live', 'failed') }, { detail: text, ...condition }),
  demand: objectOf(
    { viewers: time, tracks: listOf(trackId, 0, MAX_TRACKS) },
    { readers: time, watching: listOf(namedViewer, 0, 16) },
  ),
  prefer: objectOf(
    { quality: oneOf('auto', 'main', 'low'), latency: oneOf('low', 'normal') },
    { media: mediaSelection },
  ),
  delivery: objectOf({ mode: oneOf('all', 'no_disposable', 'low', 'key_frames', 'still') }),
  dropped: objectOf({ track: trackId, sequence: u32 }),
  key_frame_request: objectOf({ track: trackId }),
  share: objectOf({ client_id: clientId }),
  shared: objectOf({ client_id: clientId, url: text, lifetime_ms: integer(0, MAX_WAIT_MS) }),
  share_refused: objectOf({ client_id: clientId, reason: oneOf('off', 'too_many', 'unavailable') }),
  watch: objectOf({ camera: text }, { key: text, person: text, chat_since: time, features }),
  welcome: objectOf(
    {
      camera: text,
      title: text,
      relay: text,
      person: text,
      name: text,
      role: oneOf('watcher', 'chatter', 'moderator', 'owner'),
      token: text,
    },
    { features },
  ),
  stream: objectOf(
    { state: oneOf('offline', 'asleep', 'starting', 'live', 'failed', 'paused') },
    { last_capture: time, recording: flag, ...condition },
  ),
  clock: objectOf({ offset: integer(-MAX_TIME, MAX_TIME), round_trip: time }),
  viewers: objectOf({ count: time }),
  chat: line,
  chat_removed: objectOf({ seq: time }),
  chat_restored: line,
  chat_mode: objectOf({ slow_seconds: slowSeconds, links: chatLinks }, { note: text }),
  chat_silenced: objectOf({}, { until: time }),
  chat_reactions: chatReactions,
  react,
  chat_ready: objectOf({ last: time, gap: time }),
  chat_send: objectOf({ client_id: clientId, text }, replyTo),
  chat_accepted: objectOf({ client_id: clientId, seq: time }),
  chat_refused: objectOf({ client_id: clientId, reason: text }, wait),
  rename: objectOf({ name: text }),
  renamed: objectOf({ person: text, name: text }),
  rename_refused: objectOf({ reason: text }, wait),
  moderate: (value, name) => ({
    ...objectOf({ client_id: clientId })(value, name),
    ...moderationAct(value, name),
  }),
  moderated: objectOf({
    client_id: clientId,
    result: oneOf('done', 'not_allowed', 'unknown', 'too_fast', 'unavailable'),
  }),
  ptz: (value, name) => ({ ...objectOf({ client_id: clientId })(value, name), ...headAct(value, name) }),
  ptz_result: objectOf({ client_id: clientId, result: headResult }, { presets: headPresets }),
};

/**
 * Reads one text message of the wire; undefined when its type is not known here, which a newer peer may send.
 *
 * @throws ProtocolError for anything the protocol forbids, and nothing else
 */
export function decodeControl(json: string): ControlMessage | undefined {
  if (json.length > MAX_CONTROL_BYTES || new TextEncoder().encode(json).length > MAX_CONTROL_BYTES) {
    throw new ProtocolError(`control message is longer than ${MAX_CONTROL_BYTES} bytes`);
  }
  if (nestingOf(json) > MAX_CONTROL_DEPTH) {
    throw new ProtocolError(`control message is nested deeper than ${MAX_CONTROL_DEPTH}`);
  }
  const value = parse(json);
  const { type } = objectOf({ type: text })(value, 'message');
  if (!isMessageType(type)) {
    return undefined;
  }
  return { type, ...MEMBERS[type](value, 'message') } as ControlMessage;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ProtocolError('control message is not JSON');
  }
}

function isMessageType(type: string): type is MessageType {
  return Object.hasOwn(MEMBERS, type);
}

function nestingOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const c = json[i];
    if (inString) {
      if (c === '\\') {
        i++;
      } else if (c === '"') {
        inString = false;
      }
    } else if (c === '"') {
      inString = true;
    } else if (c === '{' || c === '[') {
      deepest = Math.max(deepest, ++depth);
    } else if (c === '}' || c === ']') {
      depth--;
    }
  }
  return deepest;
}
