import { html, nothing, type TemplateResult } from 'lit';
import { previewPath } from '../../entry/preview';
import type { WatchModel } from '../../state/watch-model';
import { isHidden, isOutside } from '../../state/watch-state';
import { WORDS } from '../../words/words';
import { icon } from '../widget/icon';
import { badge } from './badge';
import type { HotkeyAction } from './hotkeys';
import { deliveryWords, type StateWords, uplinkWords } from './state-words';

/** The line at the head of the video: its state, and where nothing else shows them, its title and the number of viewers. */
export function topLine(
  model: WatchModel,
  words: StateWords,
  act: (action: HotkeyAction) => void,
): TemplateResult {
  const { name } = model.state;
  return html`<div class="fl-over fl-over-top">
    ${badge(name, words, model.latencyMs, act)}
    <span class="fl-chip fl-over-title fl-fades">${model.title || WORDS.player.untitled}</span>
    <span class="fl-spacer"></span>
    ${
      model.viewers === undefined || isOutside(name)
        ? nothing
        : html`<span class="fl-chip fl-over-viewers fl-fades" title=${WORDS.time.watching(model.viewers)}>${icon('eye')} ${model.viewers}</span>`
    }
  </div>`;
}

/** What was seen last, until there is video. */
export function lastStill(model: WatchModel): TemplateResult | typeof nothing {
  const path = model.frame === undefined && !isHidden(model.state.name) ? previewPath(document) : undefined;
  return path === undefined
    ? nothing
    : html`<img class="fl-still" src=${path} alt=${WORDS.player.still} @error=${hide} />`;
}

/** The line about a slow connection, of the viewer or of the camera. */
export function slowLine(model: WatchModel): TemplateResult | typeof nothing {
  const notice = deliveryWords(model.delivery, model.preferences.quality) ?? uplinkWords(model.uplink);
  return notice === undefined
    ? nothing
    : html`<p class="fl-notice fl-hint fl-slow">${icon('warn')}<span>${notice}</span></p>`;
}

function hide(event: Event): void {
  (event.target as HTMLElement).hidden = true;
}
