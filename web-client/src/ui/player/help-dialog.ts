import { html, type TemplateResult } from 'lit';
import { icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';
import { HOTKEY_HELP } from './hotkeys';
import { PLAYER_WORDS } from './player-words';

/** The keyboard shortcuts, as a modal dialog. */
export class HelpDialog extends LightElement {
  /** Opens the list. */
  show(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="fl-help" aria-labelledby="fl-help-title">
      <form class="fl-dialog-head" method="dialog">
        <h2 id="fl-help-title">${PLAYER_WORDS.shortcuts}</h2>
        <button class="fl-button" aria-label=${PLAYER_WORDS.close} title=${PLAYER_WORDS.close}>${icon('close')}</button>
      </form>
      <p>${PLAYER_WORDS.shortcutsWork}</p>
      <dl class="fl-stats-list">
        ${HOTKEY_HELP.map(([keys, meaning]) => html`<dt><kbd>${keys}</kbd></dt><dd>${meaning}</dd>`)}
      </dl>
    </dialog>`;
  }
}
