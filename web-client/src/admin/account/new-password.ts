import { html, type TemplateResult } from 'lit';

/** Shortest password of an owner. */
export const SHORTEST_PASSWORD = 12;

/** What is wrong with a new password typed twice; undefined when nothing is. */
export function passwordError(first: string, second: string): string | undefined {
  if ([...first].length < SHORTEST_PASSWORD) {
    return `At least ${SHORTEST_PASSWORD} characters. A few words in a row are easy to remember.`;
  }
  return first === second ? undefined : 'The passwords do not match.';
}

/** The fields for a new password, and the error message. */
export function newPasswordFields(error: string): TemplateResult {
  return html`<label for="new-password">New password, at least ${SHORTEST_PASSWORD} characters</label>
    <input id="new-password" name="first" class="fl-field" type="password" autocomplete="new-password" maxlength="200" required
      aria-describedby="new-password-error" aria-invalid=${error === '' ? 'false' : 'true'} />
    <label for="new-password-again">Repeat the new password</label>
    <input id="new-password-again" name="second" class="fl-field" type="password" autocomplete="new-password" maxlength="200" required
      aria-describedby="new-password-error" />
    <div id="new-password-error" class="fl-error" role="alert">${error}</div>`;
}
