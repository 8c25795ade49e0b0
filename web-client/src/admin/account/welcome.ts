import { html, type TemplateResult } from 'lit';
import { fan } from '../../ui/widget/fan';

/** A page with one form and, where the window is wide, something beside it. */
export function welcome(form: TemplateResult, lit: number, aside?: TemplateResult): TemplateResult {
  return html`<main class="ad-welcome">
    <div class="ad-welcome-form">${form}</div>
    <div class="ad-welcome-side"><div class="ad-welcome-fan">${fan(lit)}</div>${aside ?? ''}</div>
  </main>`;
}

/** For password managers, which keep a password under a name: there is one owner. */
export function ownerName(): TemplateResult {
  return html`<input class="fl-unseen" name="username" value="owner" autocomplete="username" readonly tabindex="-1" aria-hidden="true" />`;
}
