import { LitElement } from 'lit';

/** A Lit element without a shadow root: one style sheet, one document, reachable by plain selectors. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
