import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { icon } from '../../ui/widget/icon';
import { adminIcon } from '../section/admin-icon';
import { createdWords, sinceWords, untilWords } from '../section/formats';

type Link = components['schemas']['Link'];

const CAN: Readonly<Record<Link['can'], string>> = {
  watch: 'Watch',
  chat: 'Watch and chat',
  moderate: 'Moderate',
};

const SOON_MS = 24 * 3_600_000;

/** What the page knows about a link besides what the relay says of it. */
export interface LinkContext {
  /** Title of its camera. */
  readonly title: string;
  /** Who created it, where that is known: `you`, or a program. */
  readonly by: string | undefined;
  readonly nowMs: number;
}

/** A link that works; the relay keeps only a hash of its key, so it is shown without its address. */
export function linkRow(link: Link, context: LinkContext, revoke: () => void): TemplateResult {
  return html`<li class="ad-item ad-links-cols">
    ${who(link, context)}
    <span>${rights(link)}</span>
    ${ends(link, context.nowMs)}
    ${used(link, context.nowMs)}
    <span class="ad-end"><button class="fl-button fl-button-text ad-risk" type="button" @click=${revoke}>Revoke</button></span>
  </li>`;
}

/** A link that has ended. */
export function endedRow(link: Link, context: LinkContext): TemplateResult {
  return html`<li class="ad-item ad-links-cols ad-item-over">
    ${who(link, context)}
    <span>${rights(link)}</span>
    <span>${link.state === 'revoked' ? 'Revoked' : 'Expired'}</span>
    ${used(link, context.nowMs)}
    <span class="ad-end"></span>
  </li>`;
}

/** The name of a link in sentences. */
export function linkName({ label, id }: Pick<Link, 'label' | 'id'>): string {
  return label === '' ? `the link ${shortId(id)}` : `the link for ${label}`;
}

function who({ label, id, created_at }: Link, { title, by, nowMs }: LinkContext): TemplateResult {
  const created = `created ${createdWords(created_at, nowMs)}${by === undefined ? '' : `, by ${by}`}`;
  return html`<span>
    <span class="ad-title"><bdi>${label === '' ? 'No name' : label}</bdi>${label === '' ? html` <span class="ad-muted">· ${shortId(id)}</span>` : nothing}</span>
    <span class="ad-muted ad-block"><bdi>${title}</bdi> · ${created}</span>
  </span>`;
}

function rights({ can, ptz, password, max_viewers }: Link): TemplateResult {
  const more = [
    ...(ptz ? ['moves the camera'] : []),
    ...(password ? ['password'] : []),
    ...(max_viewers === undefined ? [] : [`at most ${max_viewers}`]),
  ];
  return html`${CAN[can]}${more.length === 0 ? nothing : html`<span class="ad-muted ad-block">${more.join(', ')}</span>`}`;
}

function ends({ expires_at }: Link, nowMs: number): TemplateResult {
  if (expires_at === undefined) {
    return html`<span>Never</span>`;
  }
  const words = `Ends ${untilWords(expires_at, nowMs)}`;
  return expires_at - nowMs < SOON_MS
    ? html`<span class="ad-state ad-state-late">${adminIcon('clock')}${words}</span>`
    : html`<span>${words}</span>`;
}

function used({ viewers, used_at }: Link, nowMs: number): TemplateResult {
  if (viewers > 0) {
    return html`<span class="ad-state ad-state-good">${icon('eye')}${viewers} watching now</span>`;
  }
  return html`<span class="ad-muted">${used_at === undefined ? 'Not used yet' : `Used ${sinceWords(used_at, nowMs)}`}</span>`;
}

function shortId(id: string): string {
  return `${id.slice(0, 5)}…`;
}
