import { html, nothing, type TemplateResult } from 'lit';
import type { Badge } from '../../protocol/chat-message';

const ROLE_LEVELS = {
  moderator: { shape: '◆', word: 'Moderator' },
  owner: { shape: '★', word: 'Owner' },
  camera: { shape: '●', word: 'Camera' },
} as const;

/** The badge of a moderator, the owner or the camera, a shape and a word; only the relay assigns it. */
export function roleBadge(badge: Badge | undefined): TemplateResult | typeof nothing {
  if (badge === undefined) {
    return nothing;
  }
  const { shape, word } = ROLE_LEVELS[badge];
  return html`<span class="chat-badge chat-badge-${badge}"><span aria-hidden="true">${shape}</span> ${word}</span>`;
}
