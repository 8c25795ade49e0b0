import { WORDS } from '../../words/words';
import { LightElement } from '../widget/light-element';
import { clampWidth, LEAST_WIDTH_PX, MOST_WIDTH_SHARE, usualWidth } from './splitter-width';

const STEP_PX = 20;

/** The splitter between video and chat, moved by dragging or with the arrow keys. Fires `fl-width` with pixels. */
export class Splitter extends LightElement {
  #width = usualWidth(window.innerWidth);

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = 0;
    this.setAttribute('role', 'separator');
    this.setAttribute('aria-orientation', 'vertical');
    this.setAttribute('aria-label', WORDS.page.chatWidth);
    this.addEventListener('keydown', this.#key);
    this.addEventListener('pointerdown', this.#grab);
    this.addEventListener('dblclick', () => this.#move(usualWidth(window.innerWidth)));
  }

  /** The width to begin with, in pixels. */
  set width(px: number) {
    this.#width = px;
    this.#updateAria();
  }

  #key(event: KeyboardEvent): void {
    const px = isRightToLeft() ? -STEP_PX : STEP_PX;
    const steps: Readonly<Record<string, number>> = { ArrowLeft: px, ArrowRight: -px };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.#move(this.#width + step);
    }
  }

  #grab(event: PointerEvent): void {
    event.preventDefault();
    this.setPointerCapture(event.pointerId);
    const moved = (move: PointerEvent) =>
      this.#move(isRightToLeft() ? move.clientX : window.innerWidth - move.clientX);
    this.addEventListener('pointermove', moved);
    this.addEventListener('lostpointercapture', () => this.removeEventListener('pointermove', moved), {
      once: true,
    });
  }

  #move(px: number): void {
    this.#width = clampWidth(px, window.innerWidth);
    this.#updateAria();
    this.dispatchEvent(new CustomEvent('fl-width', { bubbles: true, detail: this.#width }));
  }

  #updateAria(): void {
    this.setAttribute('aria-valuemin', String(LEAST_WIDTH_PX));
    this.setAttribute('aria-valuemax', String(Math.round(window.innerWidth * MOST_WIDTH_SHARE)));
    this.setAttribute('aria-valuenow', String(this.#width));
  }
}

/** Then the chat is on the left. */
function isRightToLeft(): boolean {
  return document.documentElement.dir === 'rtl';
}
