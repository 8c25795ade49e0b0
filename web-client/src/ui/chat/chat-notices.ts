import { html, nothing, type TemplateResult } from 'lit';
import type { ChatRoom } from '../../chat/chat-room';
import { lengthWords, type ModerationRequest } from '../../chat/moderation-requests';
import { WORDS } from '../../words/words';

/** The settings of the chat that apply to all. */
export function modeLine({ slowSeconds, links }: ChatRoom): TemplateResult | typeof nothing {
  const rules = [
    ...(slowSeconds > 0 ? [WORDS.moderation.slowModeIs(lengthWords(slowSeconds))] : []),
    ...(links === 'moderators' ? [WORDS.moderation.onlyModeratorsSend] : []),
  ];
  return rules.length === 0 ? nothing : html`<p class="chat-mode">${rules.join(' · ')}</p>`;
}

/** The outcome of a moderation action, with undo where possible. */
export function noticeLine({ notice }: ChatRoom, undo: (request: ModerationRequest) => void): TemplateResult {
  return html`<div class="chat-notice" role="status">${
    notice === undefined
      ? nothing
      : html`<span>${notice.words}</span>
          ${notice.undo === undefined ? nothing : undoButton(notice.undo, undo)}`
  }</div>`;
}

function undoButton(request: ModerationRequest, undo: (request: ModerationRequest) => void): TemplateResult {
  return html`<button class="fl-link" type="button" @click=${() => undo(request)}>${WORDS.chat.undo}</button>`;
}
