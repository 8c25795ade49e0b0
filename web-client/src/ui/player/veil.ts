import { html, nothing, type TemplateResult } from 'lit';
import { isDark, type WatchStateName } from '../../state/watch-state';
import { WORDS } from '../../words/words';
import { type FanLight, type FanSign, fan } from '../widget/fan';
import { icon } from '../widget/icon';
import type { StateWords } from './state-words';

/** The fan over the words of each state that stands in place of the video; all others wait. */
const FANS: Partial<Record<WatchStateName, readonly [lit: FanLight, sign?: FanSign]>> = {
  camera_offline: [0, 'cross'],
  camera_error: [1, 'cross'],
  paused_by_owner: [1, 'pause'],
  paused_at_camera: [1, 'pause'],
  blocked: [0, 'lock'],
  offline_you: [0, 'cross'],
  unsupported: [3],
};

/** Whether the words of `name` stand in the middle of the video, not at its foot: there is none, or it is old. */
export function hasVeil(name: WatchStateName, hasFrame: boolean): boolean {
  return isDark(name) || !hasFrame;
}

/** The words in place of the video. */
export function veil(
  name: WatchStateName,
  { heading, sentence }: StateWords,
): TemplateResult | typeof nothing {
  if (heading === undefined && sentence === undefined) {
    return nothing;
  }
  const [lit, sign] = FANS[name] ?? ['waking'];
  return html`<div class="fl-notice fl-veil">
    <div class="fl-veil-fan">${fan(lit, sign)}</div>
    ${heading === undefined ? nothing : html`<h2>${heading}</h2>`}
    ${sentence === undefined ? nothing : html`<p>${sentence}</p>`}
  </div>`;
}

/** In the middle of a player that waits for a click to begin. */
export function startButton(start: () => void): TemplateResult {
  return html`<button class="fl-start" type="button" aria-label=${WORDS.player.resume} @click=${start}>${icon('play')}</button>`;
}

/** The words at the foot of a video that stands still. */
export function hintLine(words: StateWords): TemplateResult | typeof nothing {
  const { heading, sentence } = words;
  if (heading === undefined && sentence === undefined) {
    return nothing;
  }
  return html`<p class="fl-notice fl-hint">
    <span class="fl-hint-fan">${fan('waking')}</span>
    <span>${heading === undefined ? nothing : html`<b>${heading}</b><br />`}${sentence ?? nothing}</span>
  </p>`;
}
