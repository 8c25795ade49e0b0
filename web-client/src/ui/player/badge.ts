import { html, nothing, type TemplateResult } from 'lit';
import type { WatchStateName } from '../../state/watch-state';
import { WORDS } from '../../words/words';
import type { HotkeyAction } from './hotkeys';
import { latencyWords, type StateWords } from './state-words';

/** What pressing the badge does: a late or paused video goes live, a live one shows its statistics. */
const ACTIONS: Partial<Record<WatchStateName, HotkeyAction>> = {
  live: 'stats',
  behind: 'live',
  paused: 'live',
};

/** The state as a shape and a word, and a button where something can be done about it; only live is filled red. */
export function badge(
  name: WatchStateName,
  words: StateWords,
  latencyMs: number | undefined,
  act: (action: HotkeyAction) => void,
): TemplateResult {
  const action = ACTIONS[name];
  const content = html`<span class="fl-badge-part"
      ><span class="fl-shape" aria-hidden="true">${words.shape}</span>${words.badge}</span
    >${more(name, latencyMs)}`;
  return action === undefined
    ? html`<span class="fl-badge fl-badge-${name}">${content}</span>`
    : html`<button class="fl-badge fl-badge-${name}" type="button" title=${action === 'live' ? WORDS.player.goLive : WORDS.player.estimate}
        @click=${() => act(action)}>${content}</button>`;
}

function more(name: WatchStateName, latencyMs: number | undefined): TemplateResult | typeof nothing {
  if (name === 'live' && latencyMs !== undefined) {
    return html`<span class="fl-badge-part fl-latency fl-fades">${latencyWords(latencyMs)}</span>`;
  }
  return name === 'behind' || name === 'paused'
    ? html`<span class="fl-badge-part">${WORDS.player.goLive}</span>`
    : nothing;
}
