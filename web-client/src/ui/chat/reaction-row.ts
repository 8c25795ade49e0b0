import { html, nothing, type TemplateResult } from 'lit';
import { type Given, REACTIONS, SIGNS } from '../../chat/reactions';
import type { React, Reaction } from '../../protocol/chat-message';
import { WORDS } from '../../words/words';

/** What a message was reacted to with; all of the set while the reader chooses. */
export interface ReactionRow {
  readonly seq: number;
  readonly given: readonly Given[];
  readonly chooses: boolean;
  /** Whether the reader may react. */
  readonly may: boolean;
}

/** The reactions below a message, as buttons that add the reader's own or take it back. */
export function reactionRow(
  { seq, given, chooses, may }: ReactionRow,
  react: (message: React) => void,
): TemplateResult | typeof nothing {
  const shown = chooses ? REACTIONS.map((reaction) => givenFor(given, reaction)) : given;
  return shown.length === 0
    ? nothing
    : html`<span class="chat-reactions" role="group" aria-label=${WORDS.chat.react}>${shown.map(
        ({ reaction, count, mine }) =>
          html`<button class="chat-reaction" type="button" aria-pressed=${mine ? 'true' : 'false'} ?disabled=${!may}
            aria-label=${`${WORDS.chat.reactions[reaction]}: ${count}`} title=${WORDS.chat.reactions[reaction]}
            @click=${() => react({ type: 'react', seq, reaction, ...(!mine && { on: true }) })}>${SIGNS[reaction]}${
              count === 0 ? nothing : html` <span>${count}</span>`
            }</button>`,
      )}</span>`;
}

function givenFor(given: readonly Given[], reaction: Reaction): Given {
  return given.find((each) => each.reaction === reaction) ?? { reaction, count: 0, mine: false };
}
