import type { BanScope, ChatLinks, ModerationAct } from './chat-message';
import { either, type Field, integer, objectOf, oneOf, text, textLike } from './field';
import { MAX_SLOW_SECONDS, MAX_TIME, MAX_TIMEOUT_SECONDS, MIN_TIMEOUT_SECONDS } from './limits';

/** Who may send links. */
export const chatLinks: Field<ChatLinks> = oneOf('all', 'moderators');

/** Seconds of slow mode. */
export const slowSeconds = integer(0, MAX_SLOW_SECONDS);

const seq = integer(1, MAX_TIME);
const person = textLike(/^.{0,64}$/su, 'a person');
const timeout = either(integer(0, 0), integer(MIN_TIMEOUT_SECONDS, MAX_TIMEOUT_SECONDS));

interface Ban {
  readonly act: 'ban';
  readonly person: string;
}

interface Pin {
  readonly act: 'pin';
}

const ACTS: Readonly<Record<ModerationAct['act'], Field<ModerationAct>>> = {
  remove: objectOf({ act: oneOf('remove'), seq }),
  restore: objectOf({ act: oneOf('restore'), seq }),
  timeout: objectOf({ act: oneOf('timeout'), person, seconds: timeout }),
  ban: objectOf<Ban, { scope: BanScope }>(
    { act: oneOf('ban'), person },
    { scope: oneOf('address', 'person') },
  ),
  unban: objectOf({ act: oneOf('unban'), person }),
  slow: objectOf({ act: oneOf('slow'), seconds: slowSeconds }),
  links: objectOf({ act: oneOf('links'), links: chatLinks }),
  pin: objectOf<Pin, { note: string }>({ act: oneOf('pin') }, { note: text }),
};

const actName = oneOf('remove', 'restore', 'timeout', 'ban', 'unban', 'slow', 'links', 'pin');

/** The members of `moderate` that describe the action. */
export const moderationAct: Field<ModerationAct> = (value, name) => {
  const { act } = objectOf({ act: text })(value, name);
  return ACTS[actName(act, 'act')](value, name);
};
