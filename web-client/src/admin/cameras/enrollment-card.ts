import { html, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { agoWords } from '../../ui/widget/time-words';
import { formText } from '../section/form-values';

type Schemas = components['schemas'];

/** The actions on a computer that asks to join. */
export interface EnrollmentActs {
  approve(camera: string): void;
  reject(): void;
}

/** A computer that asks to join: what to compare, and the buttons to approve or decline it. */
export function enrollmentCard(
  { id, code, words, host, agent, address, since }: Schemas['Enrollment'],
  cameras: readonly Schemas['Camera'][],
  acts: EnrollmentActs,
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    acts.approve(formText(event.target as HTMLFormElement, 'camera').trim());
  };
  return html`<section class="ad-banner" aria-label=${`Computer ${code} wants to join`}>
    <div class="ad-grow">
      <p><strong>A computer wants to join.</strong> It should show these words: <strong class="ad-words">${words}</strong></p>
      <p class="ad-banner-facts">
        Code <span class="ad-code">${code.slice(0, 4)}-${code.slice(4)}</span> · <bdi>${host}</bdi>, agent <bdi>${agent}</bdi>, from ${address}, ${agoWords((Date.now() - since) * 1000)}
      </p>
    </div>
    <form class="ad-banner-form" @submit=${submit}>
      <label for="enrol-${id}" class="fl-unseen">Camera: a new name or an existing one</label>
      <input id="enrol-${id}" name="camera" class="fl-field" list="enrol-${id}-cameras" required maxlength="32" placeholder="name of the camera"
        pattern="[a-z0-9]([a-z0-9\\-]{0,30}[a-z0-9])?" title="Lowercase letters, digits and hyphens"
        autocomplete="off" autocapitalize="off" spellcheck="false" />
      <datalist id="enrol-${id}-cameras">${cameras.map(({ camera }) => html`<option value=${camera}></option>`)}</datalist>
      <button class="fl-button fl-button-text" type="submit">They match, approve</button>
      <button class="fl-button" type="button" @click=${() => acts.reject()}>Decline</button>
    </form>
  </section>`;
}
