import { html, nothing, type TemplateResult } from 'lit';
import type { Badge } from '../../protocol/chat-message';
import { WORDS } from '../../words/words';

const ROLE_LEVELS = {
  moderator: { shape: '◆', word: () => WORDS.chat.moderator },
  owner: { shape: '★', word: () => WORDS.chat.owner },
  camera: { shape: '●', word: () => WORDS.chat.camera },
} as const;

/** The badge of a moderator, the owner or the camera, a shape and a word; only the relay assigns it. */
export function roleBadge(badge: Badge | undefined): TemplateResult | typeof nothing {
  if (badge === undefined) {
    return nothing;
  }
  const { shape, word } = ROLE_LEVELS[badge];
  return html`<span class="chat-badge chat-badge-${badge}"><span aria-hidden="true">${shape}</span> ${word()}</span>`;
}
