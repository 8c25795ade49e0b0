import { html, type TemplateResult } from 'lit';
import { type Appearance, THEMES, type Theme } from '../shell/appearance';
import type { Notifier, NotifyState } from '../shell/notifier';

const NOTIFY_WORDS: Readonly<Record<NotifyState, string>> = {
  on: 'When a camera is lost or back, when someone watches, and when a computer wants to join. While this page is open, also in the background.',
  off: 'When a camera is lost or back, when someone watches, and when a computer wants to join. While this page is open, also in the background.',
  blocked:
    'This browser blocks notifications of this page. Allow them in its settings for the page, beside the address.',
  impossible: 'This browser shows no notifications here. They need https://.',
};

/** How the pages look in this browser, and whether it shows notifications; `changed` is called after each choice. */
export function appearancePanel(
  appearance: Appearance,
  notifier: Notifier,
  changed: () => void,
): TemplateResult {
  const { state } = notifier;
  const choose = (event: Event) => {
    appearance.choose((event.target as HTMLSelectElement).value as Theme);
    changed();
  };
  const notify = async (event: Event) => {
    await notifier.set((event.target as HTMLInputElement).checked);
    changed();
  };
  return html`<section class="ad-panel ad-make" aria-label="This browser">
    <h2>This browser</h2>
    <label class="ad-label ad-narrow">Appearance
      <select class="fl-field" @change=${choose}>
        ${Object.entries(THEMES).map(([value, words]) => html`<option value=${value} ?selected=${value === appearance.theme}>${words}</option>`)}
      </select>
    </label>
    <label class="ad-check">
      <input type="checkbox" .checked=${state === 'on'} ?disabled=${state === 'blocked' || state === 'impossible'} @change=${notify} />
      <span>Notifications<span class="ad-hint">${NOTIFY_WORDS[state]}</span></span>
    </label>
  </section>`;
}
