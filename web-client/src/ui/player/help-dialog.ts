import { html, type TemplateResult } from 'lit';
import { WORDS } from '../../words/words';
import { icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';
import { hotkeyHelp } from './hotkeys';

/** The keyboard shortcuts, as a modal dialog. */
export class HelpDialog extends LightElement {
  /** Opens the list. */
  show(): void {
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="fl-help" aria-labelledby="fl-help-title">
      <form class="fl-dialog-head" method="dialog">
        <h2 id="fl-help-title">${WORDS.player.shortcuts}</h2>
        <button class="fl-button" aria-label=${WORDS.player.close} title=${WORDS.player.close}>${icon('close')}</button>
      </form>
      <p>${WORDS.player.shortcutsWork}</p>
      <dl class="fl-stats-list">
        ${hotkeyHelp().map(([keys, meaning]) => html`<dt><kbd>${keys}</kbd></dt><dd>${meaning}</dd>`)}
      </dl>
    </dialog>`;
  }
}
