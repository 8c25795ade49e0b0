import { html, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { WORDS } from '../../words/words';

type CameraState = components['schemas']['CameraState'];

const SHAPES: Readonly<Record<CameraState, string>> = {
  pending: '◌',
  offline: '○',
  asleep: '◔',
  starting: '◑',
  live: '●',
  failed: '△',
  paused: '■',
};

/** The state of a camera, as a shape and a word. */
export function cameraChip(state: CameraState): TemplateResult {
  return html`<span class="fl-badge fl-badge-${state}"><span aria-hidden="true">${SHAPES[state]}</span> ${WORDS.cameraStates[state]}</span>`;
}
