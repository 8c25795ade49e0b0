import { html, type nothing, type TemplateResult } from 'lit';
import { LightElement } from '../../ui/widget/light-element';
import { wholeSeconds } from '../../ui/widget/time-words';
import type { DelayedActs, WaitingAct } from '../section/delayed-acts';

const EVERY_MS = 500;

/** What is about to happen, with a button that keeps it from happening. */
export class UndoBar extends LightElement {
  static override properties = { acts: { attribute: false } };

  declare acts: DelayedActs;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.#tick(), EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    const { waiting } = this.acts;
    return html`<div class="ad-undo-list" role="status">${waiting.map((act) => this.#line(act))}</div>`;
  }

  #line({ key, words, dueMs }: WaitingAct): TemplateResult | typeof nothing {
    return html`<div class="ad-undo">
      <span class="ad-grow"><bdi>${words}</bdi></span>
      <span class="ad-undo-left" aria-hidden="true">${wholeSeconds(dueMs - performance.now())}</span>
      <button class="fl-button fl-button-text" type="button" @click=${() => this.acts.undo(key)}>Undo</button>
      <button class="fl-button ad-undo-now" type="button" @click=${() => void this.acts.runNow(key)}>Do it now</button>
    </div>`;
  }

  #tick(): void {
    if (this.acts.waiting.length > 0) {
      this.requestUpdate();
    }
  }
}
