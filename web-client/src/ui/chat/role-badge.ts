import { html, nothing, type TemplateResult } from 'lit';
import type { Badge } from '../../protocol/chat-message';
import { CHAT_WORDS } from './chat-words';

const ROLE_LEVELS = {
  moderator: { shape: '◆', word: CHAT_WORDS.moderator },
  owner: { shape: '★', word: CHAT_WORDS.owner },
  camera: { shape: '●', word: CHAT_WORDS.camera },
} as const;

/** The badge of a moderator, the owner or the camera, a shape and a word; only the relay assigns it. */
export function roleBadge(badge: Badge | undefined): TemplateResult | typeof nothing {
  if (badge === undefined) {
    return nothing;
  }
  const { shape, word } = ROLE_LEVELS[badge];
  return html`<span class="chat-badge chat-badge-${badge}"><span aria-hidden="true">${shape}</span> ${word}</span>`;
}
