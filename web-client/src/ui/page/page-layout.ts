import type { PageOptions } from '../../entry/page-options';
import type { PageMemory, Theme } from '../../state/page-memory';
import { clampWidth, usualWidth } from './splitter-width';

/** A phone on its side: the chat is closed at first. */
const PHONE_ON_ITS_SIDE = '(orientation: landscape) and (max-height: 480px)';
/** A window of a phone is no higher than this while its screen keyboard is open, in pixels. */
const KEYBOARD_BELOW_PX = 560;
const PHONE_BELOW_PX = 560;

/** What decides where things are: full screen, theatre, whether the chat is open and how wide, a screen keyboard, the theme. */
export class PageLayout {
  readonly #page: HTMLElement;
  readonly #memory: PageMemory;
  readonly #changed: () => void;
  #chatOpen: boolean;
  #theme: Theme;
  /** In full screen the chat comes only when it is asked for. */
  #chatOpenInFull = false;
  #theatre = false;

  /** `asked` is what the address asks for. */
  constructor(page: HTMLElement, memory: PageMemory, asked: PageOptions, changed: () => void) {
    this.#page = page;
    this.#memory = memory;
    this.#theme = asked.theme ?? memory.theme;
    this.#changed = changed;
    this.#chatOpen =
      typeof asked.chat === 'boolean'
        ? asked.chat
        : memory.chatOpen && !matchMedia(PHONE_ON_ITS_SIDE).matches;
  }

  get fullscreen(): boolean {
    return document.fullscreenElement === this.#page;
  }

  get chatOpen(): boolean {
    return this.fullscreen ? this.#chatOpenInFull : this.#chatOpen;
  }

  /** Shows the chat, or hides it. */
  showChat(open: boolean): void {
    if (this.fullscreen) {
      this.#chatOpenInFull = open;
    } else {
      this.#chatOpen = open;
      this.#memory.keepChatOpen(open);
    }
    this.#changed();
  }

  /** Width of the chat in pixels. */
  get chatWidth(): number {
    return this.#memory.chatWidth ?? usualWidth(innerWidth);
  }

  /** Makes the chat so wide from now on. */
  widenChat(px: number): void {
    this.#memory.keepChatWidth(px);
    this.#markWidth(px);
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** Chooses the theme. */
  dress(theme: Theme): void {
    this.#theme = theme;
    this.#memory.keepTheme(theme);
    this.#markTheme();
    this.#changed();
  }

  /** Marks the page, and keeps it marked until `signal` aborts. */
  start(signal: AbortSignal): void {
    const { chatWidth } = this.#memory;
    if (chatWidth !== undefined) {
      this.#markWidth(chatWidth);
    }
    this.#markTheme();
    this.#markHeight();
    document.addEventListener('fullscreenchange', () => this.#fullscreenChanged(), { signal });
    window.visualViewport?.addEventListener('resize', () => this.#markHeight(), { signal });
    addEventListener('resize', () => this.#markHeight(), { signal });
  }

  /** Enters or leaves full screen. */
  async toggleFullscreen(): Promise<void> {
    if (document.fullscreenElement !== null) {
      await document.exitFullscreen();
    } else {
      this.#chatOpenInFull = false;
      await this.#page.requestFullscreen().catch(() => undefined);
    }
  }

  /** Lets the video fill the window, or not any more. */
  toggleTheatre(): void {
    this.#theatre = !this.#theatre;
    this.#page.toggleAttribute('data-theatre', this.#theatre);
  }

  #fullscreenChanged(): void {
    this.#page.toggleAttribute('data-full', this.fullscreen);
    this.#changed();
  }

  #markWidth(px: number): void {
    this.#page.style.setProperty('--fl-chat-width', `${clampWidth(px, innerWidth)}px`);
  }

  #markTheme(): void {
    if (this.#theme === 'auto') {
      delete document.documentElement.dataset['theme'];
    } else {
      document.documentElement.dataset['theme'] = this.#theme;
    }
  }

  /** Where a screen keyboard does not make the window smaller, it covers a part of it. */
  #markHeight(): void {
    const seen = window.visualViewport?.height ?? innerHeight;
    const covered = innerHeight - seen > 100 && (window.visualViewport?.scale ?? 1) === 1;
    this.#page.toggleAttribute('data-keyboard', innerWidth < PHONE_BELOW_PX && seen <= KEYBOARD_BELOW_PX);
    if (covered) {
      this.#page.style.setProperty('--fl-height', `${Math.round(seen)}px`);
    } else {
      this.#page.style.removeProperty('--fl-height');
    }
  }
}
