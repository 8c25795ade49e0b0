import { html, nothing, type TemplateResult } from 'lit';
import { type ChatLog, EMPTY_LOG } from '../../chat/chat-log';
import { type ChatRoom, isModerator, UNKNOWN_ROOM } from '../../chat/chat-room';
import type { ModerationRequest } from '../../chat/moderation-requests';
import type { Me, Refusal } from '../../state/watch-model';
import { icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';
import { chatLines, emptyChat } from './chat-lines';
import { roomMenu } from './chat-menus';
import { modeLine, noticeLine } from './chat-notices';

const AT_BOTTOM_PX = 70;

/** The chat beside the video. Fires `fl-seen` when its newest message is in view, `fl-close` to be hidden. */
export class ChatPanel extends LightElement {
  static override properties = {
    log: { attribute: false },
    me: { attribute: false },
    room: { attribute: false },
    unread: { attribute: false },
    refusal: { attribute: false },
    renameRefusal: { attribute: false },
    draft: { attribute: false },
  };

  declare log: ChatLog;
  declare me: Me | undefined;
  declare room: ChatRoom;
  declare unread: number;
  declare refusal: Refusal | undefined;
  declare renameRefusal: string | undefined;
  declare draft: string;
  #follows = true;

  constructor() {
    super();
    this.log = EMPTY_LOG;
    this.room = UNKNOWN_ROOM;
    this.unread = 0;
    this.draft = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override render(): TemplateResult {
    const { entries, pending, ready } = this.log;
    return html`
      <header class="chat-title">
        <h2>Chat</h2>
        <span class="fl-spacer"></span>
        ${
          isModerator(this.room.role)
            ? html`<fanlight-menu .label=${'Chat settings'} .iconName=${'rules'} .groups=${roomMenu(this.room)}
                @fl-choose=${this.#choose}></fanlight-menu>`
            : nothing
        }
        <button class="fl-button" type="button" aria-label="Hide chat" title="Hide chat" @click=${this.#close}>
          ${icon('close')}
        </button>
      </header>
      <div class="chat-list-box">
        <div class="chat-list" role="log" aria-label=${isModerator(this.room.role) ? 'Chat messages; use the arrow keys for the menu of a message' : 'Chat messages'} tabindex="0" @scroll=${this.#scrolled}
          @keydown=${this.#listKey} @fl-choose=${this.#choose}>
          ${entries.length + pending.length === 0 ? emptyChat(ready) : nothing}
          ${chatLines(this.log, { person: this.me?.person ?? '', name: this.me?.name ?? '', role: this.room.role })}
        </div>
        ${
          this.unread > 0 && !this.#follows
            ? html`<button class="chat-new" type="button" @click=${this.#toBottom}>↓ ${this.unread} new</button>`
            : nothing
        }
      </div>
      <footer class="chat-foot">
        ${modeLine(this.room)} ${noticeLine(this.room, (request) => this.#moderate(request))}
        ${
          this.room.role === 'watcher'
            ? html`<p class="chat-me">Chat is read-only with this link.</p>`
            : html`<fanlight-chat-box .refusal=${this.refusal} .draft=${this.draft}
                .silencedUntilMs=${this.room.silencedUntilMs}></fanlight-chat-box>
              <fanlight-name-editor .name=${this.me?.name ?? ''} .refusal=${this.renameRefusal}></fanlight-name-editor>`
        }
        ${this.room.namedAtCamera ? html`<p class="chat-me">The people at the camera can see who is watching.</p>` : nothing}
      </footer>
    `;
  }

  protected override updated(): void {
    if (this.#follows) {
      this.#toBottom();
    }
  }

  readonly #resize = new ResizeObserver(() => {
    if (this.#follows) {
      this.#toBottom();
    }
  });

  get #list(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.chat-list');
  }

  #choose(event: CustomEvent<ModerationRequest>): void {
    event.stopPropagation();
    this.#moderate(event.detail);
  }

  #moderate(request: ModerationRequest): void {
    this.dispatchEvent(new CustomEvent<ModerationRequest>('fl-moderate', { bubbles: true, detail: request }));
  }

  #listKey(event: KeyboardEvent): void {
    const buttons = [...this.querySelectorAll<HTMLElement>('.chat-act .fl-menu-button')];
    const at = buttons.indexOf(event.target as HTMLElement);
    const to = { ArrowUp: at < 0 ? buttons.length - 1 : at - 1, ArrowDown: at + 1 }[event.key];
    const next = to === undefined || (at < 0 && event.key === 'ArrowDown') ? undefined : buttons[to];
    if (next !== undefined) {
      event.preventDefault();
      next.focus();
    }
  }

  #toBottom(): void {
    const list = this.#list;
    if (list !== null && list.clientHeight > 0) {
      list.scrollTop = list.scrollHeight;
      this.#follows = true;
      this.#fireSeen();
    }
  }

  #scrolled(): void {
    const list = this.#list;
    if (list === null || list.clientHeight === 0) {
      return;
    }
    const follows = list.scrollHeight - list.scrollTop - list.clientHeight < AT_BOTTOM_PX;
    if (follows !== this.#follows) {
      this.#follows = follows;
      this.requestUpdate();
    }
  }

  #fireSeen(): void {
    if (this.unread > 0 && document.visibilityState === 'visible') {
      this.dispatchEvent(new CustomEvent('fl-seen', { bubbles: true }));
    }
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('fl-close', { bubbles: true }));
  }
}
