import { html, type TemplateResult } from 'lit';
import { LANGUAGES, type Language } from '../../words/languages';
import { WORDS } from '../../words/words';
import { changeLanguage } from './browser-language';

/** The choice of a language, each by its own name. */
export function languageSelect(): TemplateResult {
  const { lang } = document.documentElement;
  return html`<select class="fl-field fl-language" aria-label=${WORDS.settings.language}
    @change=${(event: Event) => changeLanguage((event.target as HTMLSelectElement).value as Language)}>
    ${Object.entries(LANGUAGES).map(
      ([language, name]) =>
        html`<option value=${language} lang=${language} ?selected=${language === lang}>${name}</option>`,
    )}
  </select>`;
}
