import type { Preferences } from '../engine/preferences';
import type { SafeStorage } from './storage';

/** The theme of the pages: that of the device, or a chosen one. */
export type Theme = 'auto' | 'light' | 'dark';

/** What a browser remembers between visits: the identity in each camera's chat, unsent drafts, and the layout. */
export class PageMemory {
  readonly #local: SafeStorage;
  readonly #tab: SafeStorage;

  /** `local` outlives the tab, `tab` does not. */
  constructor(local: SafeStorage, tab: SafeStorage) {
    this.#local = local;
    this.#tab = tab;
  }

  /** Token of an earlier welcome at `camera`. */
  person(camera: string): string | undefined {
    return this.#local.read(`fanlight.person.${camera}`);
  }

  keepPerson(camera: string, token: string): void {
    this.#local.write(`fanlight.person.${camera}`, token);
  }

  /** The browser forgets who was here, and what was not sent. */
  forgetPerson(camera: string): void {
    this.#local.write(`fanlight.person.${camera}`, '');
    this.#tab.write(`fanlight.draft.${camera}`, '');
  }

  /** Unsent text in the chat box of `camera` before a reload. */
  draft(camera: string): string {
    return this.#tab.read(`fanlight.draft.${camera}`) ?? '';
  }

  keepDraft(camera: string, text: string): void {
    this.#tab.write(`fanlight.draft.${camera}`, text);
  }

  /** Whether the chat was left open. */
  get chatOpen(): boolean {
    return this.#local.read('fanlight.chat') !== 'closed';
  }

  keepChatOpen(open: boolean): void {
    this.#local.write('fanlight.chat', open ? '' : 'closed');
  }

  /** The preferences for all cameras. */
  get preferences(): Preferences {
    const quality = this.#local.read('fanlight.quality');
    const latency = this.#local.read('fanlight.latency');
    return {
      quality: quality === 'main' || quality === 'low' ? quality : 'auto',
      latency: latency === 'low' || latency === 'smooth' ? latency : 'normal',
    };
  }

  keepPreferences({ quality, latency }: Preferences): void {
    this.#local.write('fanlight.quality', quality === 'auto' ? '' : quality);
    this.#local.write('fanlight.latency', latency === 'normal' ? '' : latency);
  }

  /** The theme chosen here. */
  get theme(): Theme {
    const theme = this.#local.read('fanlight.theme');
    return theme === 'light' || theme === 'dark' ? theme : 'auto';
  }

  keepTheme(theme: Theme): void {
    this.#local.write('fanlight.theme', theme === 'auto' ? '' : theme);
  }

  /** Whether sound was turned on or off here; undefined as long as it was neither. */
  get soundOn(): boolean | undefined {
    const choice = this.#local.read('fanlight.sound');
    return choice === undefined ? undefined : choice === 'on';
  }

  keepSoundOn(on: boolean): void {
    this.#local.write('fanlight.sound', on ? 'on' : 'off');
  }

  /** Volume of the sound, 0 to 1. */
  get volume(): number {
    const percent = Number(this.#local.read('fanlight.volume') ?? '100');
    return percent >= 0 && percent <= 100 ? percent / 100 : 1;
  }

  keepVolume(volume: number): void {
    this.#local.write('fanlight.volume', String(Math.round(volume * 100)));
  }

  /** Width of the chat in pixels, if it was changed. */
  get chatWidth(): number | undefined {
    const width = this.#local.read('fanlight.chat-width');
    return width === undefined ? undefined : Number(width);
  }

  keepChatWidth(px: number): void {
    this.#local.write('fanlight.chat-width', String(px));
  }
}
