import { html, nothing, type TemplateResult } from 'lit';
import { type ChatLine, type ChatLog, EMPTY_LOG } from '../../chat/chat-log';
import { type ChatRoom, isModerator, type Me, type Refusal, UNKNOWN_ROOM } from '../../chat/chat-room';
import type { ModerationRequest } from '../../chat/moderation-requests';
import type { React } from '../../protocol/chat-message';
import { WORDS } from '../../words/words';
import { icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';
import type { ChatBox } from './chat-box';
import { chatLines, emptyChat, type Reader } from './chat-lines';
import { roomMenu } from './chat-menus';
import { modeLine, noticeLine, pinnedNote } from './chat-notices';

const AT_BOTTOM_PX = 70;
const SHOWN_MS = 1500;

/** The chat beside the video. Fires `fl-seen` when its newest message is in view, `fl-close` to be hidden. */
export class ChatPanel extends LightElement {
  static override properties = {
    log: { attribute: false },
    me: { attribute: false },
    room: { attribute: false },
    _reactsTo: { state: true },
    unread: { attribute: false },
    refusal: { attribute: false },
    renameRefusal: { attribute: false },
    draft: { attribute: false },
  };

  declare log: ChatLog;
  declare me: Me | undefined;
  declare room: ChatRoom;
  private declare _reactsTo: number | undefined;
  declare unread: number;
  declare refusal: Refusal | undefined;
  declare renameRefusal: string | undefined;
  declare draft: string;
  #follows = true;
  #newAfter: number | undefined;

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
    const moderates = isModerator(this.room.role);
    return html`
      <header class="chat-title">
        <h2>${WORDS.chat.title}</h2>
        <span class="fl-spacer"></span>
        ${
          moderates
            ? html`<fanlight-menu .label=${WORDS.chat.settings} .iconName=${'rules'} .groups=${roomMenu(this.room)}
                @fl-choose=${this.#choose}></fanlight-menu>`
            : nothing
        }
        <button class="fl-button" type="button" aria-label=${WORDS.chat.hide} title="${WORDS.chat.hide} (h)" @click=${this.#close}>
          ${icon('fold')}
        </button>
      </header>
      ${pinnedNote(this.room, (request) => this.#moderate(request))}
      <div class="chat-list-box">
        <div class="chat-list" role="log" aria-label=${moderates ? WORDS.chat.messagesToModerate : WORDS.chat.messages} tabindex="0" @scroll=${this.#scrolled}
          @keydown=${this.#listKey} @fl-choose=${this.#choose}>
          ${entries.length + pending.length === 0 ? emptyChat(ready, this.room.role !== 'watcher') : nothing}
          ${chatLines(this.log, this.#reader, {
            reply: (line) => this.#reply(line),
            show: (seq) => this.#show(seq),
            react: (message) => this.#react(message),
            choose: (seq) => (this._reactsTo = this._reactsTo === seq ? undefined : seq),
          })}
        </div>
        ${
          this.unread > 0 && !this.#follows
            ? html`<button class="chat-new" type="button" @click=${this.#toBottom}>${icon('down')} ${WORDS.player.newMessages(this.unread)}</button>`
            : nothing
        }
      </div>
      <footer class="chat-foot">
        ${modeLine(this.room)} ${noticeLine(this.room, (request) => this.#moderate(request))}
        ${
          this.room.role === 'watcher'
            ? html`<p class="chat-me">${WORDS.chat.readOnly}</p>`
            : html`<fanlight-chat-box .entries=${entries} .refusal=${this.refusal} .draft=${this.draft}
                .silencedUntilMs=${this.room.silencedUntilMs} .hasty=${this.room.hasty ?? false}
                .slowSeconds=${this.room.slowSeconds}></fanlight-chat-box>
              <fanlight-name-editor .name=${this.me?.name ?? ''} .refusal=${this.renameRefusal}></fanlight-name-editor>`
        }
        ${this.room.namedAtCamera ? html`<p class="chat-me chat-watched">${WORDS.chat.namedAtCamera}</p>` : nothing}
      </footer>
    `;
  }

  /** What comes while the reader looks elsewhere is marked as new, until more comes after the reader has seen it. */
  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('log') as ChatLog | undefined;
    if (before === undefined || !before.ready || this.log.lastSeq <= before.lastSeq) {
      return;
    }
    if (this.log.pending.length > 0) {
      this.#newAfter = undefined;
    } else if (!this.#looks && (this.#newAfter === undefined || this.unread <= 1)) {
      this.#newAfter = before.lastSeq;
    }
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

  get #reader(): Reader {
    const { person = '', name = '' } = this.me ?? {};
    return {
      person,
      name,
      role: this.room.role,
      newAfter: this.#newAfter,
      reactsTo: this._reactsTo,
    };
  }

  /** Whether the newest messages are before the reader. */
  get #looks(): boolean {
    return this.#follows && document.visibilityState === 'visible' && (this.#list?.clientHeight ?? 0) > 0;
  }

  #react(message: React): void {
    this._reactsTo = undefined;
    this.dispatchEvent(new CustomEvent<React>('fl-react', { bubbles: true, detail: message }));
  }

  #reply({ seq }: ChatLine): void {
    this.querySelector<ChatBox>('fanlight-chat-box')?.reply(seq);
  }

  /** Brings a message into view, and the eye to it. */
  #show(seq: number): void {
    const line = this.#list?.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
    line?.scrollIntoView({ block: 'center' });
    line?.animate({ background: ['var(--fl-accent-soft)', 'transparent'] }, { duration: SHOWN_MS });
  }

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
