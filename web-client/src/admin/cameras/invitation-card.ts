import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { sharedLink } from '../links/shared-link';

/** The join command of a new camera, shown only once. */
export function invitationCard(
  { camera, join, watch }: components['schemas']['Invitation'],
  done: () => void,
): TemplateResult {
  return html`<section class="ad-secret" aria-label="Invitation">
      <p>
        <strong>Run this on the computer connected to ${camera}.</strong> It works once, within 15 minutes. Later,
        <code>fanlight-agent run</code> is enough.
      </p>
      <fanlight-copy .text=${`fanlight-agent join '${join}'`} .label=${`Join command for ${camera}`}></fanlight-copy>
      ${watch.length > 0 ? nothing : html`<button class="fl-button fl-button-text" type="button" @click=${done}>Done</button>`}
    </section>
    ${watch.length === 0 ? nothing : sharedLink(watch, [], done)}`;
}
