import type { TemplateResult } from 'lit';
import { SITE_ROOT } from '../../api/site-root';
import { LightElement } from '../widget/light-element';
import { cardPage, notFoundCard } from './card';
import { PAGE_WORDS } from './page-words';

/** The page of an address that leads nowhere. */
export class MissingElement extends LightElement {
  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${PAGE_WORDS.notFound} — ${PAGE_WORDS.brand}`;
  }

  protected override render(): TemplateResult {
    return cardPage(notFoundCard(SITE_ROOT), SITE_ROOT);
  }
}
