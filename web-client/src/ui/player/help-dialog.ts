import { html, type TemplateResult } from 'lit';
import { LightElement } from '../widget/light-element';
import { HOTKEY_HELP } from './hotkeys';

/** The keyboard shortcuts, as a modal dialog. */
export class HelpDialog extends LightElement {
  /** Opens the list. */
  show(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="fl-help" aria-labelledby="fl-help-title">
      <h2 id="fl-help-title">Keyboard shortcuts</h2>
      <p>They work while the player has focus.</p>
      <dl class="fl-stats-list">
        ${HOTKEY_HELP.map(([keys, meaning]) => html`<dt><kbd>${keys}</kbd></dt><dd>${meaning}</dd>`)}
      </dl>
      <form method="dialog"><button class="fl-button fl-button-text">Close</button></form>
    </dialog>`;
  }
}
