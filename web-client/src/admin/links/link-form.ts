import { html, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { formChecked, formNumber, formText } from '../section/form-values';
import { dayWords } from '../section/formats';

type Schemas = components['schemas'];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long links may last, in milliseconds; 0 is until revoked. */
const LIFETIMES = [
  { ms: HOUR_MS, words: 'In 1 hour' },
  { ms: DAY_MS, words: 'In 1 day' },
  { ms: 7 * DAY_MS, words: 'In 7 days' },
  { ms: 30 * DAY_MS, words: 'In 30 days' },
  { ms: 365 * DAY_MS, words: 'In 1 year' },
  { ms: 0, words: 'Never' },
] as const;
const USUAL_MS = 7 * DAY_MS;

const RIGHTS: readonly (readonly [role: Schemas['Role'], words: string])[] = [
  ['watch', 'Watch'],
  ['chat', 'Watch and chat'],
  ['moderate', 'Moderate'],
];

/** The form for a new link; `chosen` is the camera that is offered first. */
export function linkForm(
  cameras: readonly Schemas['Camera'][],
  chosen: string | undefined,
  busy: boolean,
  submit: (event: SubmitEvent) => void,
): TemplateResult {
  return html`<form class="ad-panel ad-make" aria-label="Create a link" @submit=${submit}>
    <div class="ad-make-cols">
      <label class="ad-label">Camera
        <select name="camera" class="fl-field">
          ${cameras.map(({ camera, title }) => html`<option value=${camera} ?selected=${camera === chosen}>${title}</option>`)}
        </select>
      </label>
      <fieldset class="ad-label"><legend>Anyone with this link can</legend>
        <div class="ad-segments">
          ${RIGHTS.map(
            ([role, words]) =>
              html`<label><input type="radio" name="can" value=${role} ?checked=${role === 'chat'} /><span>${words}</span></label>`,
          )}
        </div>
      </fieldset>
      <label class="ad-label">Ends
        <select name="lifetime" class="fl-field">
          ${LIFETIMES.map(({ ms, words }) => html`<option value=${ms} ?selected=${ms === USUAL_MS}>${endWords(ms, words)}</option>`)}
        </select>
      </label>
      <label class="ad-label"><span>Who it’s for <span class="ad-hint">(only you see this)</span></span>
        <input name="label" class="fl-field" maxlength="100" autocomplete="off" placeholder="Grandma" dir="auto" />
      </label>
    </div>
    <details class="ad-disclose">
      <summary>Password and limits</summary>
      <div class="ad-make-cols">
        <label class="ad-label">Password
          <input name="password" class="fl-field" type="text" minlength="4" maxlength="200" autocomplete="off" placeholder="none" />
          <span class="ad-hint">At least 4 characters. Give it to them another way than the link.</span>
        </label>
        <label class="ad-label">Viewer limit
          <input name="max_viewers" class="fl-field" type="number" min="1" max="100000" placeholder="no limit" />
          <span class="ad-hint">People at the same time. One who finds it full waits in line.</span>
        </label>
        <label class="ad-check"><input name="ptz" type="checkbox" /><span>They can also move the camera<span class="ad-hint">Where its computer allows that.</span></span></label>
      </div>
    </details>
    <div><button class="fl-button fl-button-text fl-button-main" ?disabled=${busy}>Create link</button></div>
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

/** `In 7 days, on Sunday, December 6`. */
function endWords(ms: number, words: string): string {
  return ms >= 2 * DAY_MS && ms < 60 * DAY_MS ? `${words}, on ${dayWords(Date.now() + ms)}` : words;
}
