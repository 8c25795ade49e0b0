import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ApiClient } from '../api/api-client';
import type { AdminLocation } from './admin-location';
import type { DelayedActs } from './section/delayed-acts';
import type { Appearance } from './shell/appearance';
import type { Notifier } from './shell/notifier';

/** What every section gets. */
export interface SectionProps {
  readonly api: ApiClient;
  readonly delayed: DelayedActs;
  readonly appearance: Appearance;
  readonly notifier: Notifier;
}

/** The element for a place of the page. */
export function sectionOf(target: AdminLocation, props: SectionProps): TemplateResult {
  const { api, delayed } = props;
  switch (target.kind) {
    case 'add':
      return html`<fanlight-add-camera .api=${api} .delayed=${delayed} .camera=${target.camera}></fanlight-add-camera>`;
    case 'camera':
      return html`${keyed(
        target.camera,
        html`<fanlight-camera .api=${api} .delayed=${delayed} .camera=${target.camera}></fanlight-camera>`,
      )}`;
    case 'section':
      return elementOf(target.section, target.camera, props);
    default:
      return html``;
  }
}

function elementOf(
  name: (AdminLocation & { kind: 'section' })['section'],
  camera: string | undefined,
  { api, delayed, appearance, notifier }: SectionProps,
): TemplateResult {
  switch (name) {
    case 'cameras':
      return html`<fanlight-cameras .api=${api} .delayed=${delayed}></fanlight-cameras>`;
    case 'people':
      return html`<fanlight-people .api=${api} .delayed=${delayed}></fanlight-people>`;
    case 'links':
      return html`<fanlight-links .api=${api} .delayed=${delayed} .camera=${camera}></fanlight-links>`;
    case 'chat':
      return html`<fanlight-chat-section .api=${api} .delayed=${delayed}></fanlight-chat-section>`;
    case 'health':
      return html`<fanlight-health .api=${api} .delayed=${delayed}></fanlight-health>`;
    case 'settings':
      return html`<fanlight-account .api=${api} .delayed=${delayed} .appearance=${appearance} .notifier=${notifier}></fanlight-account>`;
  }
}
