import { html, svg, type TemplateResult } from 'lit';

/** Shortest password of an owner. */
export const SHORTEST_PASSWORD = 12;

const MOST_STRENGTH = 4;
/** Characters that each further bar takes. */
const CHARACTERS_A_BAR = 4;
const FEW_DIFFERENT = 5;

/** What is wrong with a new password; undefined when nothing is. */
export function passwordError(password: string): string | undefined {
  return [...password].length < SHORTEST_PASSWORD
    ? `At least ${SHORTEST_PASSWORD} characters. A few words in a row are easy to remember.`
    : undefined;
}

/** How hard a password is to guess, from 0 to 4: by its length, for length is what counts, less where it repeats few characters. */
export function passwordStrength(password: string): number {
  const characters = [...password];
  if (characters.length === 0) {
    return 0;
  }
  const long = 1 + Math.max(0, Math.floor((characters.length - SHORTEST_PASSWORD) / CHARACTERS_A_BAR) + 1);
  return new Set(characters).size < FEW_DIFFERENT ? 1 : Math.min(MOST_STRENGTH, long);
}

/** The field for a new password, how strong it is, and the error message; `typed` is what stands in it. */
export function newPasswordField(typed: string, error: string): TemplateResult {
  return html`<div class="ad-password">
    <fanlight-password-input .name=${'new_password'} .label=${`New password, at least ${SHORTEST_PASSWORD} characters`} .complete=${'new-password'}
      .describedBy=${'new-password-hint new-password-error'} .invalid=${error !== ''}></fanlight-password-input>
    ${strengthBars(passwordStrength(typed))}
    <p id="new-password-hint" class="ad-hint">${strengthWords(typed)}</p>
    <div id="new-password-error" class="fl-error" role="alert">${error}</div>
  </div>`;
}

function strengthBars(strength: number): TemplateResult {
  return html`<svg class="ad-strength" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    ${Array.from(
      { length: MOST_STRENGTH },
      (_, at) =>
        svg`<rect class=${at < strength ? 'ad-bar-part' : 'ad-bar-all'} x=${at * 25.5} width="23.5" height="4" rx="1" />`,
    )}
  </svg>`;
}

function strengthWords(typed: string): string {
  if (typed === '') {
    return 'Three or four words you remember work best.';
  }
  if (passwordError(typed) !== undefined) {
    return `${SHORTEST_PASSWORD - [...typed].length} more characters. Three or four words you remember work best.`;
  }
  return passwordStrength(typed) > 2 ? 'Good.' : 'Good enough. A longer one is better.';
}
