import { html, type TemplateResult } from 'lit';
import type { Asked } from '../../chat/moderation-requests';
import type { Engine } from '../../engine/engine';
import type { Wishes } from '../../engine/preferences';
import type { WatchModel } from '../../state/watch-model';
import type { HotkeyAction } from '../player/hotkeys';

/** What the page is drawn from. */
export interface PageView {
  readonly model: WatchModel;
  readonly engine: Engine | undefined;
  /** Rises whenever the model may have changed. */
  readonly revision: number;
  readonly chatOpen: boolean;
  readonly statsOpen: boolean;
  readonly spoken: { readonly polite: string; readonly assertive: string };
  readonly draft: string;
}

/** What a reader can do on the page. */
export interface PageActions {
  act(action: HotkeyAction): void;
  seen(): void;
  write(text: string): void;
  rename(name: string): void;
  moderate(asked: Asked): void;
  keepDraft(text: string): void;
  offerPassword(password: string): void;
  leaveChat(): void;
  closeStats(): void;
  setWidth(px: number): void;
  wish(wish: Partial<Wishes>): void;
}

/** Picture and chat side by side, or one under the other where it is narrow. */
export function watchPage(view: PageView, actions: PageActions): TemplateResult {
  const { model, chatOpen } = view;
  return html`
    <a class="fl-skip" href="#player" @click=${skipTo('.fl-frame')}>Skip to player</a>
    <a class="fl-skip" href="#chat-input" @click=${skipTo('#chat-input')}>Skip to chat</a>
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
          @fl-act=${(event: CustomEvent<HotkeyAction>) => actions.act(event.detail)}
          @fl-close=${actions.closeStats}
          @fl-choose=${(event: CustomEvent<Partial<Wishes>>) => actions.wish(event.detail)}
          @fl-password=${(event: CustomEvent<string>) => actions.offerPassword(event.detail)}
        ></fanlight-stage>
      </main>
      <aside class="fl-side" aria-label="Chat" ?hidden=${!chatOpen}>
        <fanlight-splitter class="fl-splitter"
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
          @fl-moderate=${(event: CustomEvent<Asked>) => actions.moderate(event.detail)}
          @fl-rename=${(event: CustomEvent<string>) => actions.rename(event.detail)}
          @fl-draft=${(event: CustomEvent<string>) => actions.keepDraft(event.detail)}
          @fl-leave=${actions.leaveChat}
          @fl-close=${() => actions.act('chat')}
        ></fanlight-chat>
      </aside>
    </div>
    <fanlight-help></fanlight-help>
    <fanlight-share></fanlight-share>
    <div class="fl-unseen" role="status">${view.spoken.polite}</div>
    <div class="fl-unseen" role="alert">${view.spoken.assertive}</div>
  `;
}

function skipTo(selector: string): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    document.querySelector<HTMLElement>(selector)?.focus();
  };
}
