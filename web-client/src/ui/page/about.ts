import { html, nothing, type TemplateResult } from 'lit';
import type { ChatLine } from '../../chat/chat-log';
import type { WatchModel } from '../../state/watch-model';
import { WORDS } from '../../words/words';
import type { HotkeyAction } from '../player/hotkeys';
import { icon } from '../widget/icon';

/** What stands below the video. */
export interface AboutView {
  readonly model: WatchModel;
  /** Undefined on a page without a chat. */
  readonly chatOpen: boolean | undefined;
}

type Act = (action: HotkeyAction) => void;

/** The camera's name, how many watch, and what belongs to the page as a whole. */
export function about({ model, chatOpen }: AboutView, act: Act): TemplateResult {
  return html`<section class="fl-about" aria-label=${WORDS.page.about}>
    <header class="fl-head">
      <div class="fl-head-words">
        <h1 class="fl-title">${model.title || WORDS.player.untitled}</h1>
        <p class="fl-meta">
          ${model.viewers === undefined ? nothing : html`<span class="fl-viewers">${WORDS.time.watching(model.viewers)}</span>`}
        </p>
      </div>
      ${chatOpen === undefined ? nothing : chatButton(chatOpen, model.unread, act)}
      ${model.me === undefined ? nothing : shareButton(act)}
    </header>
    ${model.me === undefined ? nothing : linkFacts(model)}
  </section>`;
}

/** What this page may do, and who learns of it. */
function linkFacts({ room }: WatchModel): TemplateResult {
  return html`<ul class="fl-facts">
    <li>${icon('link')}${WORDS.page.can[room.role]}</li>
    ${room.namedAtCamera ? html`<li>${icon('people')}${WORDS.chat.namedAtCamera}</li>` : nothing}
  </ul>`;
}

/** Below the video of a phone whose chat is closed: the newest message, which opens it. */
export function peek({ model, chatOpen }: AboutView, act: Act): TemplateResult | typeof nothing {
  if (chatOpen !== false) {
    return nothing;
  }
  const last = model.chat.entries.findLast((entry): entry is ChatLine => entry.kind === 'line');
  return html`<button class="fl-peek" type="button" @click=${() => act('chat')}>
    ${icon('chat')}
    <span class="fl-peek-words"><b>${WORDS.player.showChat}</b>${
      last === undefined
        ? nothing
        : html`<span class="fl-peek-line"><bdi>${last.name}</bdi>: ${last.text}</span>`
    }</span>
    ${model.unread > 0 ? html`<span class="fl-count">${model.unread}</span>` : nothing}
  </button>`;
}

function chatButton(open: boolean, unread: number, act: Act): TemplateResult {
  const name = open ? WORDS.player.hideChat : WORDS.player.showChat;
  return html`<button class="fl-button fl-button-text fl-about-chat" type="button" aria-label=${name} @click=${() => act('chat')}>
    ${icon('chat')}<span class="fl-button-words">${name}</span>
    ${open || unread === 0 ? nothing : html`<span class="fl-new">${WORDS.player.newMessages(unread)}</span>`}
  </button>`;
}

function shareButton(act: Act): TemplateResult {
  return html`<button class="fl-button fl-button-text" type="button" aria-label=${WORDS.player.share} @click=${() => act('share')}>
    ${icon('share')}<span class="fl-button-words">${WORDS.player.share}</span>
  </button>`;
}
