import { html, nothing, type TemplateResult } from 'lit';
import type { ChatRoom } from '../../chat/chat-room';
import { type Asked, lengthWords } from '../../chat/moderation-requests';

/** What holds for everybody in this chat. */
export function modeLine({ slowSeconds, links }: ChatRoom): TemplateResult | typeof nothing {
  const rules = [
    ...(slowSeconds > 0 ? [`Slow mode: one message in ${lengthWords(slowSeconds)}`] : []),
    ...(links === 'moderators' ? ['Links by moderators only'] : []),
  ];
  return rules.length === 0 ? nothing : html`<p class="chat-mode">${rules.join(' · ')}</p>`;
}

/** What became of a moderator's act, with a way back. */
export function toldLine({ told }: ChatRoom, undo: (asked: Asked) => void): TemplateResult {
  return html`<div class="chat-told" role="status">
    ${
      told === undefined
        ? nothing
        : html`<span>${told.words}</span>
          ${told.undo === undefined ? nothing : undoButton(told.undo, undo)}`
    }
  </div>`;
}

function undoButton(asked: Asked, undo: (asked: Asked) => void): TemplateResult {
  return html`<button class="fl-link" type="button" @click=${() => undo(asked)}>Undo</button>`;
}
