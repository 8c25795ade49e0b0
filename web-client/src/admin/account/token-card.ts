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
  const ends = expires_at === undefined ? 'never expires' : `expires ${untilWords(expires_at, now)}`;
  const used = used_at === undefined ? 'never used' : `last used ${agoWords((now - used_at) * 1000)}`;
  return html`<li class="ad-row ad-line">
    <div class="ad-grow">
      <p><bdi class="ad-name">${label}</bdi></p>
      <p class="ad-muted">${[CAN[can], ends, used].join(' · ')}</p>
    </div>
    <fanlight-confirm .label=${'Revoke'} .question=${'Programs that use it stop working.'} @fl-confirmed=${revoke}></fanlight-confirm>
  </li>`;
}

/** A new token, shown only once. */
export function newTokenCard(token: string, done: () => void): TemplateResult {
  return html`<div class="ad-secret">
    <p><strong>New token.</strong> Copy it now: it is not shown again. Send it as <code>Authorization: Bearer …</code></p>
    <fanlight-copy .text=${token} .label=${'The new token'}></fanlight-copy>
    <button class="fl-button fl-button-text" type="button" @click=${done}>Done</button>
  </div>`;
}

/** The form for a new token. */
export function tokenForm(busy: boolean, submit: (event: SubmitEvent) => void): TemplateResult {
  return html`<form class="ad-form" @submit=${submit}>
    <div class="ad-fields">
      <label>Purpose
        <input name="label" class="fl-field" required maxlength="100" autocomplete="off" placeholder="backup script" dir="auto" />
      </label>
      <label>Access
        <select name="can" class="fl-field">
          <option value="read">read only</option>
          <option value="manage">full access</option>
        </select>
      </label>
      <label>Expires
        <select name="days" class="fl-field">
          <option value="30">after 30 days</option>
          <option value="365">after 1 year</option>
          <option value="0">never</option>
        </select>
      </label>
    </div>
    <button class="fl-button fl-button-text fl-button-main" ?disabled=${busy}>Create token</button>
  </form>`;
}
