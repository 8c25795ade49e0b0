import { html, nothing, type TemplateResult } from 'lit';
import { type ChatRoom, isModerator } from '../../chat/chat-room';
import { lengthWords, type ModerationRequest } from '../../chat/moderation-requests';
import { WORDS } from '../../words/words';
import { icon } from '../widget/icon';
import { textParts } from './chat-lines';

/** What moderators have pinned above the chat; those who may can take it down. */
export function pinnedNote(
  { note, role }: ChatRoom,
  moderate: (request: ModerationRequest) => void,
): TemplateResult | typeof nothing {
  return note === undefined
    ? nothing
    : html`<div class="chat-pinned" role="note" aria-label=${WORDS.chat.pinned}>
        ${icon('pin')}<span class="chat-text" dir="auto">${textParts(note)}</span>
        ${
          isModerator(role)
            ? html`<button class="fl-button" type="button" aria-label=${WORDS.moderation.unpin} title=${WORDS.moderation.unpin}
                @click=${() => moderate({ act: { act: 'pin' }, name: '' })}>${icon('close')}</button>`
            : nothing
        }
      </div>`;
}

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
