import type { Preferences } from '../../engine/preferences';
import { hasSmall } from '../../media/renditions';
import type { Quality } from '../../protocol/stream-message';
import type { Track } from '../../protocol/track';
import type { Theme } from '../../state/page-memory';
import { LANGUAGES, type Language } from '../../words/languages';
import { LANGUAGE, WORDS } from '../../words/words';
import type { MenuGroup, MenuItem } from '../widget/menu-button';
import type { HotkeyAction } from './hotkeys';

/** What is chosen in the settings menu. */
export type SettingsChoice =
  | { readonly kind: 'prefer'; readonly change: Partial<Preferences> }
  | { readonly kind: 'theme'; readonly theme: Theme }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'act'; readonly action: HotkeyAction };

/** What the menu shows as chosen and as possible. */
export interface SettingsView {
  readonly tracks: readonly Track[];
  readonly preferences: Preferences;
  readonly theme: Theme;
  readonly hasFrame: boolean;
  readonly canPip: boolean;
}

const QUALITIES: readonly Quality[] = ['auto', 'main', 'low'];
const LATENCIES = ['low', 'normal', 'smooth'] as const satisfies readonly Preferences['latency'][];
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** The settings menu; the quality only where there is a small rendition. */
export function settingsMenu(view: SettingsView): readonly MenuGroup<SettingsChoice>[] {
  const { quality, latency } = view.preferences;
  const groups = [
    radio(WORDS.settings.latency, LATENCIES, latency, WORDS.settings.latencies, (value) => ({
      kind: 'prefer',
      change: { latency: value },
    })),
    { items: actions(view) },
    radio(WORDS.settings.appearance, THEMES, view.theme, WORDS.settings.themes, (theme) => ({
      kind: 'theme',
      theme,
    })),
    radio(
      WORDS.settings.language,
      Object.keys(LANGUAGES) as Language[],
      LANGUAGE as Language,
      LANGUAGES,
      (language) => ({ kind: 'language', language }),
    ),
  ];
  const sizes = radio(WORDS.settings.quality, QUALITIES, quality, WORDS.settings.qualities, (value) => ({
    kind: 'prefer',
    change: { quality: value },
  }));
  return hasSmall(view.tracks) ? [sizes, ...groups] : groups;
}

function actions({ hasFrame, canPip }: SettingsView): readonly MenuItem<SettingsChoice>[] {
  return [
    ...(hasFrame ? [item(WORDS.player.snapshot, 'snapshot', 's')] : []),
    ...(hasFrame && canPip ? [item(WORDS.player.pip, 'pip', 'p')] : []),
    ...(hasFrame ? [item(WORDS.player.rotate, 'rotate', 'r')] : []),
    item(WORDS.player.statistics, 'stats', 'i'),
    item(WORDS.player.shortcuts, 'help', '?'),
  ];
}

function item(label: string, action: HotkeyAction, key: string): MenuItem<SettingsChoice> {
  return { label, key, value: { kind: 'act', action } };
}

function radio<T extends string>(
  title: string,
  values: readonly T[],
  chosen: T,
  words: Readonly<Record<T, string>>,
  choice: (value: T) => SettingsChoice,
): MenuGroup<SettingsChoice> {
  return {
    title,
    items: values.map((value) => ({ label: words[value], value: choice(value), checked: value === chosen })),
  };
}

/** What choices lead to. */
export interface SettingsActions {
  readonly act: (action: HotkeyAction) => void;
  readonly prefer: (change: Partial<Preferences>) => void;
  readonly dress: (theme: Theme) => void;
  readonly speak: (language: Language) => void;
}

/** Does what was chosen. */
export function chosen({ act, prefer, dress, speak }: SettingsActions): (choice: SettingsChoice) => void {
  return (choice) => {
    switch (choice.kind) {
      case 'act':
        return act(choice.action);
      case 'theme':
        return dress(choice.theme);
      case 'language':
        return speak(choice.language);
      case 'prefer':
        return prefer(choice.change);
    }
  };
}
