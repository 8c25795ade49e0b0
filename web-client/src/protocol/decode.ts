import { ProtocolError } from './error';
import { type Field, integer, listOf, objectOf, oneOf, positive, text, time, trackId, u32 } from './field';
import { MAX_CONTROL_BYTES, MAX_CONTROL_DEPTH, MAX_TIME } from './limits';
import type { ControlMessage } from './message';

type MessageType = ControlMessage['type'];
type Members<K extends MessageType> = Omit<Extract<ControlMessage, { type: K }>, 'type'>;

const pixels = integer(1, 65_535);
const wait = { retry_after_ms: time };
const proof = { server_key: text, signature: text, agent: text };

const track = objectOf(
  { id: trackId, kind: oneOf('video', 'audio'), codec: text, name: oneOf('main', 'low') },
  { config: text, width: pixels, height: pixels, fps: positive },
);

const MEMBERS: { readonly [K in MessageType]: Field<Members<K>> } = {
  time_request: objectOf({ t0: time }),
  time_reply: objectOf({ t0: time, t1: time, t2: time }),
  ack: objectOf({ track: trackId, sequence: u32 }),
  goodbye: objectOf({ reason: text }, wait),
  challenge: objectOf({ relay: text, nonce: text, time }),
  authenticate: objectOf({ device: text, ...proof }),
  join: objectOf({ code: text, secret: text, public_key: text, ...proof }),
  joined: objectOf({ device: text, camera: text }),
  accepted: objectOf({ camera: text }),
  tracks: objectOf({ epoch: u32, tracks: listOf(track, 1, 8) }),
  source: objectOf({ state: oneOf('asleep', 'starting', 'live', 'failed') }, { detail: text }),
  demand: objectOf({ viewers: time }),
  key_frame_request: objectOf({ track: trackId }),
  watch: objectOf({ camera: text, key: text }, { person: text, chat_since: time }),
  welcome: objectOf({ camera: text, title: text, relay: text, person: text, name: text, token: text }),
  stream: objectOf(
    { state: oneOf('offline', 'asleep', 'starting', 'live', 'failed') },
    { last_capture: time },
  ),
  clock: objectOf({ offset: integer(-MAX_TIME, MAX_TIME), round_trip: time }),
  viewers: objectOf({ count: time }),
  chat: objectOf({ seq: time, time, person: text, name: text, text }),
  chat_ready: objectOf({ last: time, gap: time }),
  chat_send: objectOf({ client_id: text, text }),
  chat_accepted: objectOf({ client_id: text, seq: time }),
  chat_refused: objectOf({ client_id: text, reason: text }, wait),
  rename: objectOf({ name: text }),
  renamed: objectOf({ person: text, name: text }),
  rename_refused: objectOf({ reason: text }, wait),
};

/**
 * Reads one text message of the wire.
 *
 * @throws ProtocolError for anything the protocol forbids, and nothing else
 */
export function decodeControl(json: string): ControlMessage {
  if (json.length > MAX_CONTROL_BYTES || new TextEncoder().encode(json).length > MAX_CONTROL_BYTES) {
    throw new ProtocolError(`control message is longer than ${MAX_CONTROL_BYTES} bytes`);
  }
  if (nestingOf(json) > MAX_CONTROL_DEPTH) {
    throw new ProtocolError(`control message is nested deeper than ${MAX_CONTROL_DEPTH}`);
  }
  const value = parse(json);
  const { type } = objectOf({ type: text })(value, 'message');
  if (!isMessageType(type)) {
    throw new ProtocolError('control message of unknown type');
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
