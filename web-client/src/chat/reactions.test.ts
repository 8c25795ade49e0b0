import { describe, expect, it } from 'vitest';
import type { ChatReactions } from '../protocol/chat-message';
import { type ReactionBook, withReactions } from './reactions';

const sent = (seq: number, likes: number, mine?: boolean): ChatReactions => ({
  type: 'chat_reactions',
  seq,
  counts: likes === 0 ? [] : [{ reaction: 'like', count: likes }],
  ...(mine !== undefined && { mine: mine ? [{ reaction: 'like' }] : [] }),
});
const bookOf = (...all: readonly ChatReactions[]): ReactionBook => all.reduce(withReactions, new Map());

describe('the reactions to messages', () => {
  it('are those of the newest message of the relay, for each line', () => {
    const book = bookOf(sent(1, 1), sent(2, 5), sent(1, 2));
    expect(book.get(1)).toEqual([{ reaction: 'like', count: 2, mine: false }]);
    expect(book.get(2)?.[0]?.count).toBe(5);
  });

  it('stay the reader’s own until the relay says otherwise', () => {
    expect(bookOf(sent(1, 1, true), sent(1, 2)).get(1)?.[0]?.mine).toBe(true);
    expect(bookOf(sent(1, 1, true), sent(1, 2), sent(1, 1, false)).get(1)?.[0]?.mine).toBe(false);
  });

  it('leave nothing behind when the last one is taken back', () => {
    expect(bookOf(sent(1, 1, true), sent(1, 0, false)).size).toBe(0);
  });

  it('stand in the order of the set', () => {
    const book = bookOf({
      type: 'chat_reactions',
      seq: 1,
      counts: [
        { reaction: 'sad', count: 1 },
        { reaction: 'like', count: 1 },
      ],
    });
    expect(book.get(1)?.map(({ reaction }) => reaction)).toEqual(['like', 'sad']);
  });
});
