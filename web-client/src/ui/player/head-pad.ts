import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { HeadState } from '../../state/head-state';
import { WORDS } from '../../words/words';
import { type IconName, icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';
import type { MenuGroup } from '../widget/menu-button';
import type { Direction, Steering } from './steering';

const BUTTONS: readonly (readonly [Direction, IconName])[] = [
  ['up', 'up'],
  ['left', 'left'],
  ['right', 'right'],
  ['down', 'down'],
  ['in', 'zoom_in'],
  ['out', 'zoom_out'],
];

/** The buttons that move the camera: it moves while one is held. */
export class HeadPad extends LightElement {
  static override properties = {
    head: { attribute: false },
    steering: { attribute: false },
    nowMs: { attribute: false },
  };

  declare head: HeadState;
  declare steering: Steering;
  /** By the page's clock. */
  declare nowMs: number;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.steering.releaseAll();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.head.available && changed.has('head') && changed.get('head')?.available !== true) {
      this.steering.askPresets();
    }
  }

  protected override render(): TemplateResult {
    const { available, notice } = this.head;
    return html`${available ? this.#pad() : nothing}
      <p class="fl-pad-notice" role="status">${notice === undefined || notice.untilMs < this.nowMs ? '' : notice.words}</p>`;
  }

  #pad(): TemplateResult {
    return html`<div class="fl-pad" role="group" aria-label=${WORDS.player.steer}
        @contextmenu=${(event: Event) => event.preventDefault()}>
        ${BUTTONS.map(([direction, iconName]) => this.#button(direction, iconName))}
        ${
          this.head.presets.length === 0
            ? nothing
            : html`<fanlight-menu class="fl-pad-presets" .label=${WORDS.pad.presets} .iconName=${'preset'}
                .groups=${this.#presets()} @fl-choose=${this.#chosen}></fanlight-menu>`
        }
      </div>`;
  }

  #presets(): readonly MenuGroup<string>[] {
    return [{ items: this.head.presets.map(({ token, name }) => ({ label: name, value: token })) }];
  }

  #chosen(event: CustomEvent<string>): void {
    // The player's own menu fires the same event.
    event.stopPropagation();
    this.steering.goTo(event.detail);
  }

  #button(direction: Direction, iconName: IconName): TemplateResult {
    const { steering } = this;
    const name = WORDS.pad[direction];
    const release = () => steering.release(direction);
    return html`<button class="fl-button fl-pad-${direction}" type="button" aria-label=${name} title=${name}
      @pointerdown=${(event: PointerEvent) => {
        (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
        steering.press(direction);
      }}
      @pointerup=${release} @pointercancel=${release} @lostpointercapture=${release} @blur=${release}
      @keydown=${(event: KeyboardEvent) => this.#held(event, () => steering.press(direction))}
      @keyup=${(event: KeyboardEvent) => this.#held(event, release)}
      @click=${(event: MouseEvent) => this.#clicked(event, direction)}>${icon(iconName)}</button>`;
  }

  #held(event: KeyboardEvent, then: () => void): void {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      then();
    }
  }

  /** A click without a pointer comes from assistive technology, which cannot hold a button. */
  #clicked(event: MouseEvent, direction: Direction): void {
    if (event.detail === 0) {
      this.steering.nudge(direction);
    }
  }
}
