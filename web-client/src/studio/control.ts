import { html, type TemplateResult } from 'lit';
import { icon } from '../ui/widget/icon';

/** A round button over the video. */
export function control(
  name: Parameters<typeof icon>[0],
  label: string,
  pressed: boolean,
  run: () => void,
  disabled = false,
): TemplateResult {
  return html`<button class="fl-button pb-control" type="button" aria-label=${label} title=${label} aria-pressed=${String(pressed)} ?disabled=${disabled} @click=${run}>${icon(name)}</button>`;
}
