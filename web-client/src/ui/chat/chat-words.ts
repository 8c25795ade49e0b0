import { WORDS } from '../../words/words';
import { waitWords } from '../widget/time-words';

/** Why a message was refused, with the remaining wait if there is one; in slow mode it is that which speaks. */
export function chatRefusalWords(reason: string, waitMs: number, slowSeconds = 0): string {
  const { refusals } = WORDS;
  const words =
    reason === 'too_fast' && slowSeconds > 0
      ? refusals.slowMode(waitWords(slowSeconds * 1000))
      : (byCode(refusals.chat, reason) ?? refusals.notSent);
  return waitMs > 0 ? `${words} ${refusals.sendAgain(waitWords(waitMs))}` : words;
}

/** Shown to a viewer who may not write for a while: by a moderator, or `hasty` after too many messages at once. */
export function silenceWords(leftMs: number, hasty: boolean): string {
  const { refusals } = WORDS;
  return `${hasty ? refusals.hasty : refusals.chat.silenced} ${refusals.chatAgain(waitWords(leftMs))}`;
}

/** Why a name was refused. */
export function renameRefusalWords(reason: string): string {
  return byCode(WORDS.refusals.name, reason) ?? WORDS.refusals.nameNotChanged;
}

/** The text of a code of the relay; a newer relay may know more of them. */
function byCode(texts: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
}
