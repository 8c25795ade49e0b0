import { SafeStorage } from '../../state/storage';
import { chooseLanguage, type Language, languageOf } from '../../words/languages';
import { speak } from '../../words/words';

const KEPT = 'fanlight.language';
const QUERY = 'lang';

const storage = new SafeStorage(() => localStorage);

/** Shows this page in its viewer's language: that of `?lang=`, which is remembered, the one chosen here, or the browser's. */
export async function speakHere(): Promise<void> {
  const query = new URLSearchParams(location.search).get(QUERY);
  const asked = languageOf(query ?? '');
  if (asked !== undefined) {
    storage.write(KEPT, asked);
  }
  const choice = chooseLanguage({
    query,
    kept: storage.read(KEPT),
    browser: navigator.languages,
  });
  const spoken = await speak(choice);
  document.documentElement.lang = spoken;
  document.documentElement.dir = spoken === 'ar' ? 'rtl' : 'ltr';
}

/** Remembers a choice, and loads the page anew in that language. */
export function changeLanguage(language: Language): void {
  storage.write(KEPT, language);
  const url = new URL(location.href);
  url.searchParams.delete(QUERY);
  history.replaceState(null, '', url);
  location.reload();
}
