import type { ChatReactions, React, Reaction } from './chat-message';
import { ProtocolError } from './error';
import { type Field, flag, integer, listOf, objectOf, oneOf } from './field';
import { MAX_TIME } from './limits';

const MOST = 5;
const MAX_COUNT = 1_000_000;

const seq = integer(1, MAX_TIME);
const reaction: Field<Reaction> = oneOf('like', 'love', 'laugh', 'wow', 'sad');
type Own = NonNullable<ChatReactions['mine']>;

const counted: Field<ChatReactions['counts']> = (value, name) => {
  const counts = listOf(objectOf({ reaction, count: integer(1, MAX_COUNT) }), 0, MOST)(value, name);
  if (new Set(counts.map((each) => each.reaction)).size < counts.length) {
    throw new ProtocolError(`${name} has a reaction twice`);
  }
  return counts;
};
const own: Field<Own> = listOf(objectOf({ reaction }), 0, MOST);

/** The members of `react`. */
export const react: Field<Omit<React, 'type'>> = objectOf({ seq, reaction }, { on: flag });

/** The members of `chat_reactions`. */
export const chatReactions = objectOf<Omit<ChatReactions, 'type' | 'mine'>, { mine: Own }>(
  { seq, counts: counted },
  { mine: own },
);
