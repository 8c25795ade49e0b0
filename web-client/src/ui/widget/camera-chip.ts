import { html, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';

type CameraState = components['schemas']['CameraState'];

const STATES: Readonly<Record<CameraState, { readonly shape: string; readonly word: string }>> = {
  pending: { shape: '◌', word: 'Waiting for its device' },
  offline: { shape: '○', word: 'Offline' },
  asleep: { shape: '◔', word: 'Asleep until someone watches' },
  starting: { shape: '◑', word: 'Starting' },
  live: { shape: '●', word: 'Live' },
  failed: { shape: '△', word: 'No video' },
  paused: { shape: '■', word: 'Paused' },
};

/** The state of a camera, as a shape and a word. */
export function cameraChip(state: CameraState): TemplateResult {
  const { shape, word } = STATES[state];
  return html`<span class="fl-badge fl-badge-${state}"><span aria-hidden="true">${shape}</span> ${word}</span>`;
}
