import { html, nothing, type TemplateResult } from 'lit';
import type { WatchModel } from '../../state/watch-model';
import type { WatchStateName } from '../../state/watch-state';
import { WORDS } from '../../words/words';
import { wordsNow } from '../player/words-now';
import { type FanLight, type FanSign, fan } from '../widget/fan';
import { languageSelect } from './language-select';

/** What a card says, and what can be done. */
export interface Card {
  readonly fan: readonly [lit: FanLight, sign?: FanSign];
  readonly heading: string;
  readonly sentence?: string;
  readonly form?: TemplateResult;
  readonly action?: TemplateResult;
  /** By what the log of the relay names what has led here. */
  readonly request?: string | undefined;
}

const FANS: Partial<Record<WatchStateName, readonly [lit: FanLight, sign?: FanSign]>> = {
  wrong_link: [0, 'cross'],
  link_ended: [1],
  link_full: [5],
  banned: [0, 'lock'],
  disconnected: [1],
};

/** One calm card, and nothing else on the page. */
export function cardPage(card: Card, root: string): TemplateResult {
  return html`<div class="fl-card-page">
    <main class="fl-notice fl-card">
      <div class="fl-card-fan">${fan(...card.fan)}</div>
      <h1>${card.heading}</h1>
      ${card.sentence === undefined ? nothing : html`<p>${card.sentence}</p>`} ${card.form ?? nothing}
      ${card.action === undefined ? nothing : html`<div class="fl-card-actions">${card.action}</div>`}
    </main>
    <footer class="fl-card-foot">${card.request === undefined ? nothing : html`<small class="fl-request">${WORDS.page.request} <code>${card.request}</code></small>`}<a class="fl-brand" href=${root}>${fan(5)}${WORDS.page.brand}</a>${languageSelect()}</footer>
  </div>`;
}

/** The card of a page that is not admitted, or not any more. */
export function stateCard(model: WatchModel): Card {
  const { state } = model;
  const words = wordsNow(model);
  const card = {
    fan: FANS[state.name] ?? ([0] as const),
    heading: words.heading ?? words.badge,
    request: model.request,
  };
  switch (state.name) {
    case 'password':
      return {
        fan: [2, 'lock'],
        heading: card.heading,
        ...(words.sentence !== undefined && { sentence: words.sentence }),
        form: html`<fanlight-password .state=${state}></fanlight-password>`,
      };
    case 'wrong_link':
    case 'disconnected':
      return { ...card, sentence: words.sentence ?? '', action: tryAgain() };
    default:
      return { ...card, sentence: words.sentence ?? '' };
  }
}

/** The card of an address that leads nowhere. */
export function notFoundCard(root: string): Card {
  return {
    fan: [0, 'ask'],
    heading: WORDS.page.notFound,
    sentence: WORDS.page.notFoundWhy,
    action: html`<a class="fl-button fl-button-text" href=${root}>${WORDS.page.frontPage}</a>`,
  };
}

function tryAgain(): TemplateResult {
  return html`<button class="fl-button fl-button-text" type="button" @click=${() => location.reload()}>
    ${WORDS.page.tryAgain}
  </button>`;
}
