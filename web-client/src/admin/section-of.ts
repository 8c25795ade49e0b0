import { html, type TemplateResult } from 'lit';
import type { ApiClient } from '../api/api-client';
import type { SectionName } from './admin-location';

/** The element of a section. */
export function sectionOf(name: SectionName, api: ApiClient): TemplateResult {
  switch (name) {
    case 'cameras':
      return html`<fanlight-cameras .api=${api}></fanlight-cameras>`;
    case 'people':
      return html`<fanlight-people .api=${api}></fanlight-people>`;
    case 'links':
      return html`<fanlight-links .api=${api}></fanlight-links>`;
    case 'chat':
      return html`<fanlight-chat-section .api=${api}></fanlight-chat-section>`;
    case 'health':
      return html`<fanlight-health .api=${api}></fanlight-health>`;
    case 'access':
      return html`<fanlight-account .api=${api}></fanlight-account>`;
  }
}
