import type { SafeStorage } from '../../state/storage';

/** Light, dark, or as the device is set. */
export type Theme = 'system' | 'light' | 'dark';

/** The themes with their names, in the order in which they are offered. */
export const THEMES: Readonly<Record<Theme, string>> = {
  system: 'Same as this device',
  light: 'Light',
  dark: 'Dark',
};

/** The watch page keeps its theme under the same name. */
const KEY = 'fanlight.theme';

/** The appearance of the pages in this browser: what was chosen is kept and put on the document. */
export class Appearance {
  readonly #storage: SafeStorage;
  readonly #root: Pick<HTMLElement, 'dataset'>;

  constructor(storage: SafeStorage, root: Pick<HTMLElement, 'dataset'>) {
    this.#storage = storage;
    this.#root = root;
  }

  /** What was chosen. */
  get theme(): Theme {
    const stored = this.#storage.read(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  }

  /** Puts what was chosen earlier on the document. */
  apply(): void {
    const { theme } = this;
    if (theme === 'system') {
      delete this.#root.dataset['theme'];
    } else {
      this.#root.dataset['theme'] = theme;
    }
  }

  /** Keeps another choice and applies it. */
  choose(theme: Theme): void {
    this.#storage.write(KEY, theme === 'system' ? '' : theme);
    this.apply();
  }
}
