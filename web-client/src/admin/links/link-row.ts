import { html, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { agoWords } from '../../ui/widget/time-words';
import { untilWords } from '../section/formats';

type Link = components['schemas']['Link'];

const CAN: Readonly<Record<Link['can'], string>> = {
  watch: 'watch only',
  chat: 'watch and chat',
  moderate: 'watch, chat and moderate',
};

const STATES: Readonly<Record<Link['state'], string>> = {
  good: '',
  expired: '⊘ Expired',
  revoked: '⊗ Revoked',
};

/** A link without its address: the relay keeps only a hash of its key. */
export function linkRow(link: Link, nowMs: number, revoke: () => void): TemplateResult {
  const { camera, label, state } = link;
  return html`<article class="ad-card ad-row ad-link-${state}">
    <div class="ad-grow">
      <p><strong><bdi>${label === '' ? 'No note' : label}</bdi></strong> <span class="ad-muted">${camera}</span></p>
      <p class="ad-muted">${facts(link, nowMs).join(' · ')}</p>
    </div>
    ${
      state === 'good'
        ? html`<fanlight-confirm .label=${'Revoke'} .question=${'Everyone watching with this link is disconnected at once.'}
            @fl-confirmed=${revoke}></fanlight-confirm>`
        : html`<span class="ad-muted">${STATES[state]}</span>`
    }
  </article>`;
}

function facts(
  { can, ptz, password, viewers, max_viewers, expires_at, used_at }: Link,
  nowMs: number,
): readonly string[] {
  return [
    `can ${CAN[can]}${ptz ? ' and move the camera' : ''}`,
    max_viewers === undefined ? `${viewers} watching` : `${viewers} of ${max_viewers} watching`,
    ...(password ? ['password required'] : []),
    expires_at === undefined ? 'never expires' : `expires ${untilWords(expires_at, nowMs)}`,
    used_at === undefined ? 'never used' : `last used ${agoWords((nowMs - used_at) * 1000)}`,
  ];
}
