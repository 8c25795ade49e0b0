import type { TemplateResult } from 'lit';
import { SITE_ROOT } from '../../api/site-root';
import { WORDS } from '../../words/words';
import { LightElement } from '../widget/light-element';
import { cardPage, notFoundCard } from './card';

/** The page of an address that leads nowhere. */
export class MissingElement extends LightElement {
  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${WORDS.page.notFound} — ${WORDS.page.brand}`;
  }

  protected override render(): TemplateResult {
    return cardPage(notFoundCard(SITE_ROOT), SITE_ROOT);
  }
}
