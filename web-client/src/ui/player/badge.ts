import { html, nothing, type TemplateResult } from 'lit';
import type { WatchStateName } from '../../state/watch-state';
import { latencyWords, type StateWords } from './state-words';

const ESTIMATE =
  'Time from the camera to your screen, estimated by comparing the clocks of the camera, the server and this page.';

/** The state as a shape and a word; only live is a filled red badge. */
export function badge(
  name: WatchStateName,
  words: StateWords,
  latencyMs: number | undefined,
): TemplateResult {
  return html`<span class="fl-badge fl-badge-${name}"
      ><span class="fl-shape" aria-hidden="true">${words.shape}</span> ${words.badge}</span
    >${
      name === 'live' && latencyMs !== undefined
        ? html`<span class="fl-latency" title=${ESTIMATE}>${latencyWords(latencyMs)}</span>`
        : nothing
    }`;
}
