import { html, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { agoWords } from '../../ui/widget/time-words';
import { untilWords } from '../section/formats';

type Token = components['schemas']['Token'];

const CAN: Readonly<Record<Token['can'], string>> = {
  read: 'read only',
  manage: 'full access',
};

/** A token without its secret. */
export function tokenRow({ label, can, expires_at, used_at }: Token, revoke: () => void): TemplateResult {
  const now = Date.now();
  const ends = expires_at === undefined ? 'never ends' : `ends ${untilWords(expires_at, now)}`;
  const used = used_at === undefined ? 'not used yet' : `last used ${agoWords((now - used_at) * 1000)}`;
  return html`<li class="ad-item ad-two-cols">
    <span>
      <span class="ad-title"><bdi>${label}</bdi></span>
      <span class="ad-muted ad-block">${[CAN[can], ends, used].join(' · ')}</span>
    </span>
    <span class="ad-end"><button class="fl-button fl-button-text ad-risk" type="button" @click=${revoke}>Revoke</button></span>
  </li>`;
}

/** A new token, shown only once. */
export function newTokenCard(token: string, done: () => void): TemplateResult {
  return html`<div class="ad-made">
    <div class="ad-made-texts"><p><strong>New token.</strong> Copy it now: it’s shown only once. Send it as <code>Authorization: Bearer …</code></p>
    <fanlight-copy .text=${token} .label=${'The new token'}></fanlight-copy>
    <button class="fl-button fl-button-text" type="button" @click=${done}>Done</button>
  </div></div>`;
}

/** The form for a new token. */
export function tokenForm(busy: boolean, submit: (event: SubmitEvent) => void): TemplateResult {
  return html`<form class="ad-make" @submit=${submit}>
    <div class="ad-make-cols">
      <label class="ad-label">Purpose
        <input name="label" class="fl-field" required maxlength="100" autocomplete="off" placeholder="Home Assistant" dir="auto" />
      </label>
      <label class="ad-label">Access
        <select name="can" class="fl-field">
          <option value="read">Read only</option>
          <option value="manage">Full access</option>
        </select>
      </label>
      <label class="ad-label">Ends
        <select name="days" class="fl-field">
          <option value="30">In 30 days</option>
          <option value="365">In 1 year</option>
          <option value="0">Never</option>
        </select>
      </label>
    </div>
    <div><button class="fl-button fl-button-text fl-button-main" ?disabled=${busy}>Create token</button></div>
  </form>`;
}
