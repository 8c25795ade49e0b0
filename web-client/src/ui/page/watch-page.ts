import { html, nothing, type TemplateResult } from 'lit';
import type { ModerationRequest } from '../../chat/moderation-requests';
import type { Engine } from '../../engine/engine';
import type { Preferences } from '../../engine/preferences';
import type { WatchModel } from '../../state/watch-model';
import type { HotkeyAction } from '../player/hotkeys';
import type { Spoken } from '../player/state-announcer';

/** The data the page is rendered from. */
export interface PageView {
  readonly model: WatchModel;
  readonly engine: Engine | undefined;
  /** Incremented whenever the model may have changed. */
  readonly revision: number;
  readonly chatOpen: boolean;
  readonly statsOpen: boolean;
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
  write(text: string): void;
  rename(name: string): void;
  moderate(request: ModerationRequest): void;
  keepDraft(text: string): void;
  submitPassword(password: string): void;
  leaveChat(): void;
  closeStats(): void;
  setWidth(px: number): void;
  prefer(change: Partial<Preferences>): void;
  setVolume(volume: number): void;
}

/** Video and chat side by side, or stacked where it is narrow. */
export function watchPage(view: PageView, actions: PageActions): TemplateResult {
  const { model } = view;
  const chatOpen = view.chatOpen && hasChat();
  return html`
    <a class="fl-skip" href="#player" @click=${skip(() => document.querySelector<HTMLElement>('.fl-frame')?.focus())}>Skip to player</a>
    ${
      hasChat() && model.room.role !== 'watcher'
        ? html`<a class="fl-skip" href="#chat-input" @click=${skip(() => actions.act('write'))}>Skip to chat</a>`
        : nothing
    }
    <div class="fl-app ${chatOpen ? 'fl-app-chat' : ''}">
      <main class="fl-main">
        <fanlight-stage
          class="fl-stage"
          .model=${model}
          .engine=${view.engine}
          .revision=${view.revision}
          .chatOpen=${chatOpen}
          .statsOpen=${view.statsOpen}
          .unread=${model.unread}
          .soundChosen=${view.soundChosen}
          @fl-volume=${(event: CustomEvent<number>) => actions.setVolume(event.detail)}
          @fl-act=${(event: CustomEvent<HotkeyAction>) => actions.act(event.detail)}
          @fl-close=${actions.closeStats}
          @fl-choose=${(event: CustomEvent<Partial<Preferences>>) => actions.prefer(event.detail)}
          @fl-password=${(event: CustomEvent<string>) => actions.submitPassword(event.detail)}
        ></fanlight-stage>
        <fanlight-rewind
          .camera=${model.camera}
          .allowed=${model.mayRewind}
          .recording=${model.recording}
          .hears=${model.sound.on && model.sound.volume > 0}
          @fl-act=${(event: CustomEvent<HotkeyAction>) => actions.act(event.detail)}
        ></fanlight-rewind>
      </main>
      <aside class="fl-side" aria-label="Chat" ?hidden=${!chatOpen}>
        <fanlight-splitter class="fl-splitter" .width=${view.chatWidth}
          @fl-width=${(event: CustomEvent<number>) => actions.setWidth(event.detail)}></fanlight-splitter>
        <fanlight-chat
          class="fl-chat"
          .log=${model.chat}
          .me=${model.me}
          .room=${model.room}
          .unread=${model.unread}
          .refusal=${model.refusal}
          .renameRefusal=${model.renameRefusal}
          .draft=${view.draft}
          @fl-seen=${actions.seen}
          @fl-send=${(event: CustomEvent<string>) => actions.write(event.detail)}
          @fl-moderate=${(event: CustomEvent<ModerationRequest>) => actions.moderate(event.detail)}
          @fl-rename=${(event: CustomEvent<string>) => actions.rename(event.detail)}
          @fl-draft=${(event: CustomEvent<string>) => actions.keepDraft(event.detail)}
          @fl-leave=${actions.leaveChat}
          @fl-close=${() => actions.act('chat')}
        ></fanlight-chat>
      </aside>
    </div>
    <fanlight-help></fanlight-help>
    <fanlight-share></fanlight-share>
    <div class="fl-unseen" role="status">${view.announced.polite}</div>
    <div class="fl-unseen" role="alert">${view.announced.assertive}</div>
  `;
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
