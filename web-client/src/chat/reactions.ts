import type { ChatReactions, Reaction } from '../protocol/chat-message';

/** The set, in the order in which it is shown, with its signs. */
export const SIGNS: Readonly<Record<Reaction, string>> = {
  like: '👍',
  love: '❤️',
  laugh: '😂',
  wow: '😮',
  sad: '😢',
};

/** The reactions in their order. */
export const REACTIONS = Object.keys(SIGNS) as readonly Reaction[];

/** How often a message was reacted to in one way, and whether by the reader too. */
export interface Given {
  readonly reaction: Reaction;
  readonly count: number;
  readonly mine: boolean;
}

/** The reactions to all messages, by the number of the message. */
export type ReactionBook = ReadonlyMap<number, readonly Given[]>;

/** The book after what the relay reports of one message. */
export function withReactions(book: ReactionBook, sent: ChatReactions): ReactionBook {
  const before = book.get(sent.seq) ?? [];
  const mine = new Set(
    sent.mine?.map(({ reaction }) => reaction) ??
      before.filter((given) => given.mine).map(({ reaction }) => reaction),
  );
  const given = REACTIONS.flatMap((reaction) => {
    const count = sent.counts.find((each) => each.reaction === reaction)?.count ?? 0;
    return count === 0 ? [] : [{ reaction, count, mine: mine.has(reaction) }];
  });
  const next = new Map(book);
  if (given.length === 0) {
    next.delete(sent.seq);
  } else {
    next.set(sent.seq, given);
  }
  return next;
}
