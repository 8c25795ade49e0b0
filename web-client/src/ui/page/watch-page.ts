import { html, nothing, type TemplateResult } from 'lit';
import { SITE_ROOT } from '../../api/site-root';
import type { ModerationRequest } from '../../chat/moderation-requests';
import type { Engine } from '../../engine/engine';
import type { React } from '../../protocol/chat-message';
import type { Theme } from '../../state/page-memory';
import type { WatchModel } from '../../state/watch-model';
import { isOutside } from '../../state/watch-state';
import { WORDS } from '../../words/words';
import type { Written } from '../chat/chat-sender';
import type { HotkeyAction } from '../player/hotkeys';
import type { SettingsChoice } from '../player/settings-menu';
import type { Spoken } from '../player/state-announcer';
import { need } from '../widget/on-demand';
import { about, peek } from './about';
import { cardPage, stateCard } from './card';

/** The data the page is rendered from. */
export interface PageView {
  readonly model: WatchModel;
  readonly engine: Engine | undefined;
  /** Incremented whenever the model may have changed. */
  readonly revision: number;
  readonly chatOpen: boolean;
  readonly statsOpen: boolean;
  readonly fullscreen: boolean;
  readonly theme: Theme;
  /** The line about a snapshot that was just saved. */
  readonly saved: TemplateResult | undefined;
  readonly soundChosen: boolean;
  readonly announced: Spoken;
  /** Width of the chat in pixels. */
  readonly chatWidth: number;
  readonly draft: string;
}

/** The actions of the page. */
export interface PageActions {
  act(action: HotkeyAction): void;
  seen(): void;
  write(written: Written): void;
  react(message: React): void;
  rename(name: string): void;
  forget(): void;
  moderate(request: ModerationRequest): void;
  keepDraft(text: string): void;
  submitPassword(password: string): void;
  leaveChat(): void;
  setWidth(px: number): void;
  choose(choice: SettingsChoice): void;
  setVolume(volume: number): void;
}

/** Video and chat side by side, or stacked where it is narrow; one card where the page is not admitted. */
export function watchPage(view: PageView, actions: PageActions): TemplateResult {
  return html`${isOutside(view.model.state.name) ? outside(view, actions) : inside(view, actions)}
    <div class="fl-unseen" role="status">${view.announced.polite}</div>
    <div class="fl-unseen" role="alert">${view.announced.assertive}</div>`;
}

function outside({ model }: PageView, actions: PageActions): TemplateResult {
  return html`<div @fl-password=${(event: CustomEvent<string>) => actions.submitPassword(event.detail)}>
    ${cardPage(stateCard(model), SITE_ROOT)}
  </div>`;
}

function inside(view: PageView, actions: PageActions): TemplateResult {
  const { model } = view;
  const chatOpen = hasChat() ? view.chatOpen : undefined;
  return html`
    <a class="fl-skip" href="#player" @click=${skip(() => document.querySelector<HTMLElement>('.fl-frame')?.focus())}>${WORDS.page.skipToPlayer}</a>
    ${
      chatOpen !== undefined && model.room.role !== 'watcher'
        ? html`<a class="fl-skip" href="#chat-input" @click=${skip(() => actions.act('write'))}>${WORDS.page.skipToChat}</a>`
        : nothing
    }
    <div class="fl-app" data-chat=${chatOpen ? 'open' : 'closed'}>
      <main class="fl-main">
        <fanlight-stage
          class="fl-stage"
          .model=${model}
          .engine=${view.engine}
          .revision=${view.revision}
          .chatOpen=${chatOpen}
          .statsOpen=${view.statsOpen}
          .fullscreen=${view.fullscreen}
          .theme=${view.theme}
          .saved=${view.saved}
          .unread=${model.unread}
          .soundChosen=${view.soundChosen}
          @fl-volume=${(event: CustomEvent<number>) => actions.setVolume(event.detail)}
          @fl-act=${(event: CustomEvent<HotkeyAction>) => actions.act(event.detail)}
          @fl-close=${() => actions.act('stats')}
          @fl-choose=${(event: CustomEvent<SettingsChoice>) => actions.choose(event.detail)}
        ></fanlight-stage>
        ${about({ model, chatOpen }, actions.act)} ${peek({ model, chatOpen }, actions.act)}
        ${model.mayRewind || model.recording ? rewind(model, actions) : nothing}
      </main>
      ${chatOpen === undefined ? nothing : chatAside(view, actions)}
    </div>
    <fanlight-help></fanlight-help>
    <fanlight-share></fanlight-share>
  `;
}

function rewind(model: WatchModel, actions: PageActions): TemplateResult {
  void need('fanlight-rewind');
  return html`<fanlight-rewind
    .camera=${model.camera}
    .allowed=${model.mayRewind}
    .recording=${model.recording}
    .owner=${model.room.role === 'owner'}
    .hears=${model.sound.on && model.sound.volume > 0}
    @fl-act=${(event: CustomEvent<HotkeyAction>) => actions.act(event.detail)}
  ></fanlight-rewind>`;
}

function chatAside({ model, chatOpen, chatWidth, draft }: PageView, actions: PageActions): TemplateResult {
  return html`<aside class="fl-side" aria-label=${WORDS.page.chat} ?hidden=${!chatOpen}>
    <fanlight-splitter class="fl-splitter" .width=${chatWidth}
      @fl-width=${(event: CustomEvent<number>) => actions.setWidth(event.detail)}></fanlight-splitter>
    <fanlight-chat
      class="fl-chat"
      .log=${model.chat}
      .me=${model.me}
      .room=${model.room}
      .unread=${model.unread}
      .refusal=${model.refusal}
      .renameRefusal=${model.renameRefusal}
      .draft=${draft}
      @fl-seen=${actions.seen}
      @fl-send=${(event: CustomEvent<Written>) => actions.write(event.detail)}
      @fl-moderate=${(event: CustomEvent<ModerationRequest>) => actions.moderate(event.detail)}
      @fl-react=${(event: CustomEvent<React>) => actions.react(event.detail)}
      @fl-rename=${(event: CustomEvent<string>) => actions.rename(event.detail)}
      @fl-forget=${actions.forget}
      @fl-draft=${(event: CustomEvent<string>) => actions.keepDraft(event.detail)}
      @fl-leave=${actions.leaveChat}
      @fl-close=${() => actions.act('chat')}
    ></fanlight-chat>
  </aside>`;
}

/** An agent that shows its camera by itself serves this page too, and has no chat. */
function hasChat(): boolean {
  return document.documentElement.dataset['chat'] !== 'off';
}

function skip(focus: () => void): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    focus();
  };
}
