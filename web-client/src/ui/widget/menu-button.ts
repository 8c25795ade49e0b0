import { html, nothing, type TemplateResult } from 'lit';
import { WORDS } from '../../words/words';
import { type IconName, icon } from './icon';
import { LightElement } from './light-element';

/**
 * One menu item; `checked` makes it a radio item, or with `alone` a check box; `confirm` asks for confirmation first; `risk` says that it
 * takes something away.
 */
export interface MenuItem<T> {
  readonly label: string;
  readonly value: T;
  readonly checked?: boolean;
  readonly alone?: boolean;
  readonly confirm?: string;
  readonly risk?: boolean;
  /** The key that does the same. */
  readonly key?: string;
}

/** Items that belong together; the title is optional. */
export interface MenuGroup<T> {
  readonly title?: string;
  readonly items: readonly MenuItem<T>[];
}

const GAP_PX = 4;
let menus = 0;

/** A button with a menu (WAI-ARIA menu button). Fires `fl-choose` with the value of what was chosen. */
export class MenuButton extends LightElement {
  static override properties = {
    label: { attribute: false },
    iconName: { attribute: false },
    groups: { attribute: false },
    reachable: { attribute: false },
    _open: { state: true },
    _confirming: { state: true },
  };

  declare label: string;
  declare iconName: IconName;
  declare groups: readonly MenuGroup<unknown>[];
  /** Whether Tab stops at the button. */
  declare reachable: boolean;
  private declare _open: boolean;
  private declare _confirming: MenuItem<unknown> | undefined;
  readonly #id = `fl-menu-${menus++}`;

  constructor() {
    super();
    this.label = '';
    this.iconName = 'more';
    this.groups = [];
    this.reachable = true;
    this._open = false;
  }

  protected override render(): TemplateResult {
    return html`<button class="fl-button fl-menu-button" type="button" aria-haspopup="menu" aria-label=${this.label}
        title=${this.label} tabindex=${this.reachable ? 0 : -1} aria-expanded=${this._open ? 'true' : 'false'}
        aria-controls=${this.#id} @click=${this.#toggle} @keydown=${this.#buttonKey}>${icon(this.iconName)}</button>
      <div class="fl-menu" id=${this.#id} popover="auto" @toggle=${this.#toggled} @keydown=${this.#menuKey}>
        ${this._open ? this.#content() : nothing}
      </div>`;
  }

  #content(): TemplateResult {
    const { _confirming: confirming } = this;
    return confirming === undefined
      ? html`<div role="menu" aria-label=${this.label}>${this.groups.map((group) => this.#group(group))}</div>`
      : html`<div role="group" aria-label=${this.label} class="fl-menu-confirm">
          <p>${confirming.confirm}</p>
          <button class="fl-button fl-button-text fl-button-risk" type="button" @click=${() => this.#choose(confirming)}>
            ${confirming.label}
          </button>
          <button class="fl-button fl-button-text" type="button" @click=${this.#hide}>${WORDS.chat.cancel}</button>
        </div>`;
  }

  #group({ title, items }: MenuGroup<unknown>): TemplateResult {
    return html`<div role="group" aria-label=${title ?? nothing}>
      ${title === undefined ? nothing : html`<div class="fl-menu-title" aria-hidden="true">${title}</div>`}
      ${items.map((item) => this.#item(item, item === this.groups[0]?.items[0] ? 0 : -1))}
    </div>`;
  }

  /** The first can be reached by Tab, so that a menu that scrolls can be, too; arrow keys lead to the others. */
  #item(item: MenuItem<unknown>, tabIndex: number): TemplateResult {
    const pick = () => (item.confirm === undefined ? this.#choose(item) : this.#confirm(item));
    return item.checked === undefined
      ? html`<button class="fl-menu-item ${item.risk ? 'fl-menu-risk' : ''}" type="button" role="menuitem" tabindex=${tabIndex} @click=${pick}>${item.label}${
          item.key === undefined
            ? nothing
            : html`<kbd class="fl-menu-key" aria-hidden="true">${item.key}</kbd>`
        }</button>`
      : html`<button class="fl-menu-item" type="button" role=${item.alone ? 'menuitemcheckbox' : 'menuitemradio'} tabindex=${tabIndex}
          aria-checked=${item.checked ? 'true' : 'false'} @click=${pick}>
          <span class="fl-menu-check" aria-hidden="true">${item.checked ? '✓' : ''}</span>${item.label}
        </button>`;
  }

  get #popup(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.fl-menu');
  }

  #toggle(): void {
    this.#popup?.togglePopover();
  }

  readonly #hide = (): void => {
    this.#popup?.hidePopover();
  };

  async #toggled(event: ToggleEvent): Promise<void> {
    this._open = event.newState === 'open';
    this._confirming = undefined;
    await this.updateComplete;
    if (this._open) {
      this.#place();
      this.#focus(0);
    }
  }

  #place(): void {
    const popup = this.#popup;
    const button = this.querySelector('.fl-menu-button')?.getBoundingClientRect();
    if (popup === null || button === undefined) {
      return;
    }
    const { offsetWidth: width, offsetHeight: height } = popup;
    const below = button.bottom + GAP_PX;
    const top = below + height <= innerHeight ? below : Math.max(GAP_PX, button.top - GAP_PX - height);
    popup.style.setProperty('top', `${Math.min(top, Math.max(GAP_PX, innerHeight - height - GAP_PX))}px`);
    popup.style.setProperty(
      'left',
      `${Math.max(GAP_PX, Math.min(button.right - width, innerWidth - width - GAP_PX))}px`,
    );
  }

  async #confirm(item: MenuItem<unknown>): Promise<void> {
    this._confirming = item;
    await this.updateComplete;
    this.#place();
    this.#popup?.querySelector('button')?.focus();
  }

  #choose({ value }: MenuItem<unknown>): void {
    this.#hide();
    this.dispatchEvent(new CustomEvent('fl-choose', { bubbles: true, detail: value }));
  }

  #focus(index: number): void {
    const items = [...(this.#popup?.querySelectorAll<HTMLElement>('.fl-menu-item') ?? [])];
    items.at(index % Math.max(1, items.length))?.focus();
  }

  #buttonKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' && this.reachable && !this._open) {
      event.preventDefault();
      this.#popup?.showPopover();
    }
  }

  #menuKey(event: KeyboardEvent): void {
    const items = [...(this.#popup?.querySelectorAll<HTMLElement>('.fl-menu-item') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    event.stopPropagation();
    if (event.key === 'Tab' && this._confirming === undefined) {
      this.#hide();
    } else if (to !== undefined && items.length > 0) {
      event.preventDefault();
      this.#focus(to);
    }
  }
}
