import { html, type TemplateResult } from 'lit';

/** Shortest password of an owner. */
export const SHORTEST_PASSWORD = 12;

/** Why two entries make no new password; undefined when they do. */
export function passwordFault(first: string, second: string): string | undefined {
  if ([...first].length < SHORTEST_PASSWORD) {
    return `At least ${SHORTEST_PASSWORD} characters. A few words in a row are easy to remember.`;
  }
  return first === second ? undefined : 'The two are not the same.';
}

/** Two fields for a new password, and what is wrong with it. */
export function newPasswordFields(fault: string): TemplateResult {
  return html`<label for="new-password">New password, at least ${SHORTEST_PASSWORD} characters</label>
    <input id="new-password" name="first" class="fl-field" type="password" autocomplete="new-password" maxlength="200" required
      aria-describedby="new-password-fault" aria-invalid=${fault === '' ? 'false' : 'true'} />
    <label for="new-password-again">The same once more</label>
    <input id="new-password-again" name="second" class="fl-field" type="password" autocomplete="new-password" maxlength="200" required
      aria-describedby="new-password-fault" />
    <div id="new-password-fault" class="fl-trouble" role="alert">${fault}</div>`;
}
