import { html, nothing, type TemplateResult } from 'lit';
import type { Badge } from '../../protocol/chat-message';

const RANKS = {
  moderator: { shape: '◆', word: 'Moderator' },
  owner: { shape: '★', word: 'Owner' },
} as const;

/** What stands beside the name of somebody who looks after the chat: a shape and a word, given by the relay alone. */
export function rankBadge(badge: Badge | undefined): TemplateResult | typeof nothing {
  if (badge === undefined) {
    return nothing;
  }
  const { shape, word } = RANKS[badge];
  return html`<span class="chat-badge chat-badge-${badge}"><span aria-hidden="true">${shape}</span> ${word}</span>`;
}
