import { html, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';

type Visibility = components['schemas']['Visibility'];

const CHOICES: Readonly<Record<Visibility, { readonly title: string; readonly meaning: string }>> = {
  private: {
    title: 'Only people with a link',
    meaning: 'You create the links and can revoke them at any time.',
  },
  unlisted: { title: 'Anyone who knows the address', meaning: 'It doesn’t appear on the front page.' },
  public: { title: 'Everyone', meaning: 'It appears on the front page.' },
};

/** Who can watch a camera, as a choice called `visibility` in its form. */
export function visibilityChoice(chosen: Visibility): TemplateResult {
  return html`<fieldset class="ad-choices">
    <legend>Who can watch</legend>
    ${(Object.keys(CHOICES) as Visibility[]).map(
      (value) => html`<label class="ad-choice">
        <input type="radio" name="visibility" value=${value} ?checked=${value === chosen} />
        <span><b>${CHOICES[value].title}</b><span class="ad-muted">${CHOICES[value].meaning}</span></span>
      </label>`,
    )}
  </fieldset>`;
}
