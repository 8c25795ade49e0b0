import { html, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { formChecked, formNumber, formText } from '../section/form-values';

type Schemas = components['schemas'];

const HOUR_MS = 3_600_000;

/** How long links may last, in milliseconds; 0 is until revoked. */
const LIFETIMES = [
  { ms: HOUR_MS, words: 'after 1 hour' },
  { ms: 24 * HOUR_MS, words: 'after 1 day' },
  { ms: 7 * 24 * HOUR_MS, words: 'after 7 days' },
  { ms: 30 * 24 * HOUR_MS, words: 'after 30 days' },
  { ms: 365 * 24 * HOUR_MS, words: 'after 1 year' },
  { ms: 0, words: 'never' },
] as const;
const USUAL_MS = 24 * HOUR_MS;

/** The form for a new link. */
export function linkForm(
  cameras: readonly Schemas['Camera'][],
  busy: boolean,
  submit: (event: SubmitEvent) => void,
): TemplateResult {
  return html`<form class="ad-form ad-card" @submit=${submit}>
    <h3>Create a link</h3>
    <div class="ad-fields">
      <label>Camera
        <select name="camera" class="fl-field">${cameras.map(({ camera }) => html`<option value=${camera}>${camera}</option>`)}</select>
      </label>
      <label>Anyone with this link can
        <select name="can" class="fl-field">
          <option value="chat">watch and chat</option>
          <option value="watch">watch only</option>
          <option value="moderate">watch, chat and moderate</option>
        </select>
      </label>
      <label class="ad-check"><input name="ptz" type="checkbox" /> and move the camera, where its agent allows that</label>
      <label>Expires
        <select name="lifetime" class="fl-field">
          ${LIFETIMES.map(({ ms, words }) => html`<option value=${ms} ?selected=${ms === USUAL_MS}>${words}</option>`)}
        </select>
      </label>
      <label>Note (viewers do not see it)
        <input name="label" class="fl-field" maxlength="100" autocomplete="off" placeholder="the neighbours" dir="auto" />
      </label>
      <label>Viewer limit
        <input name="max_viewers" class="fl-field" type="number" min="1" max="100000" placeholder="no limit" />
      </label>
      <label>Password, at least 4 characters
        <input name="password" class="fl-field" type="text" minlength="4" maxlength="200" autocomplete="off" placeholder="none" />
      </label>
    </div>
    <button class="fl-button fl-button-text fl-button-main" ?disabled=${busy}>Create link</button>
  </form>`;
}

/** The request the form describes. */
export function linkRequest(form: HTMLFormElement): Schemas['LinkRequest'] {
  const lifetimeMs = formNumber(form, 'lifetime') ?? USUAL_MS;
  const viewers = formNumber(form, 'max_viewers');
  const password = formText(form, 'password');
  return {
    can: formText(form, 'can') as Schemas['Role'],
    ...(formChecked(form, 'ptz') && { ptz: true }),
    label: formText(form, 'label').trim(),
    host: location.hostname,
    ...(lifetimeMs > 0 && { expires_in_ms: lifetimeMs }),
    ...(viewers !== undefined && { max_viewers: viewers }),
    ...(password !== '' && { password }),
  };
}
