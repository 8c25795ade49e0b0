import { html, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { agoWords } from '../../ui/widget/time-words';
import { formText } from '../section/form-values';

type Schemas = components['schemas'];

/** The actions on a pending device. */
export interface EnrollmentActs {
  approve(camera: string): void;
  reject(): void;
}

/** A pending device: what to compare, and the buttons to approve or reject it. */
export function enrollmentCard(
  { id, code, words, host, agent, address, since }: Schemas['Enrollment'],
  cameras: readonly Schemas['Camera'][],
  acts: EnrollmentActs,
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    acts.approve(formText(event.target as HTMLFormElement, 'camera').trim());
  };
  return html`<section class="ad-secret" aria-label=${`Device ${code} is waiting for approval`}>
    <p><strong>A device wants to publish a camera.</strong> Approve it only if it shows this code and these words:</p>
    <p class="ad-code">${code.slice(0, 4)}-${code.slice(4)}</p>
    <p class="ad-words">${words}</p>
    <p class="ad-muted">
      <bdi>${host}</bdi>, agent <bdi>${agent}</bdi>, from ${address}, ${agoWords((Date.now() - since) * 1000)}
    </p>
    <form class="ad-form" @submit=${submit}>
      <label for="enrol-${id}">Camera: a new name or an existing one</label>
      <input id="enrol-${id}" name="camera" class="fl-field" list="enrol-${id}-cameras" required maxlength="32"
        pattern="[a-z0-9]([a-z0-9\\-]{0,30}[a-z0-9])?" autocomplete="off" autocapitalize="off" spellcheck="false" />
      <datalist id="enrol-${id}-cameras">${cameras.map(({ camera }) => html`<option value=${camera}></option>`)}</datalist>
      <div class="ad-row">
        <button class="fl-button fl-button-text fl-button-main">Approve</button>
        <button class="fl-button fl-button-text" type="button" @click=${() => acts.reject()}>Reject</button>
      </div>
    </form>
  </section>`;
}
