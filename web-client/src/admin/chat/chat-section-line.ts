import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { textParts } from '../../ui/chat/chat-lines';
import { roleBadge } from '../../ui/chat/role-badge';
import { type PersonAct, personMenu } from '../people/person-menu';
import { sinceWords } from '../section/formats';

/** The actions on a message and its author. */
export interface LineActs {
  remove(): void;
  restore(): void;
  person(act: PersonAct): void;
}

/** One chat message as the owner sees it, including removed ones. */
export function chatSectionLine(
  { seq, time, name, text, badge, removed }: components['schemas']['ChatLine'],
  acts: LineActs,
  nameOf: (who: string) => string,
): TemplateResult {
  return html`<li class="ad-item ad-two-cols ad-chat-line ${removed === undefined ? '' : 'ad-removed'}" data-seq=${seq}>
    <div>
      <p>
        <bdi class="ad-title">${name}</bdi> ${roleBadge(badge)}
        <span class="ad-muted">${sinceWords(time, Date.now())}${
          removed === undefined ? nothing : html` · removed by <bdi>${nameOf(removed.by)}</bdi>`
        }</span>
      </p>
      <p class="chat-text" dir="auto">${textParts(text)}</p>
    </div>
    <div class="ad-end"><button class="fl-button fl-button-text ${removed === undefined ? 'ad-risk' : ''}" type="button" @click=${() => (removed === undefined ? acts.remove() : acts.restore())}>
      ${removed === undefined ? 'Remove' : 'Restore'}
    </button>
    ${
      badge === 'owner'
        ? nothing
        : html`<fanlight-menu .label=${`Actions for ${name}`} .groups=${personMenu(name)}
            @fl-choose=${(event: CustomEvent<PersonAct>) => acts.person(event.detail)}></fanlight-menu>`
    }</div>
  </li>`;
}
