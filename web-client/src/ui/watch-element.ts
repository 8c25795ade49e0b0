import type { TemplateResult } from 'lit';
import { clientIdFrom } from '../chat/chat-input';
import { Engine } from '../engine/engine';
import type { EngineEvent } from '../engine/engine-event';
import { trustedWorkerUrl } from '../engine/trusted-worker-url';
import workerUrl from '../engine/worker.ts?worker&url';
import { capabilitiesOf } from '../media/support';
import { SafeStorage } from '../state/storage';
import { Announcer } from './announcer';
import type { ChatBox } from './chat-box';
import type { HelpDialog } from './help-dialog';
import type { HotkeyAction } from './hotkeys';
import { LightElement } from './light-element';
import { type PageAddress, readAddress } from './page-address';
import { pageTitle } from './page-title';
import { saveFile, snapshotName } from './snapshot-file';
import type { Splitter } from './splitter';
import { clampWidth, USUAL_WIDTH_PX } from './splitter-width';
import { type StageElement, wordsNow } from './stage-element';
import { WatchModel } from './watch-model';
import { watchPage } from './watch-page';

const REFRESH_MS = 250;
const NARROW = '(max-width: 1023.98px) and (orientation: landscape) and (max-height: 500px)';

/**
 * The watch page. Its attributes are stable for tests: `data-state`, `data-mode`, `data-frames` and `data-latency-ms`
 * (of the picture on screen, unrounded).
 */
export class WatchElement extends LightElement {
  static override properties = {
    _revision: { state: true },
    _chatOpen: { state: true },
    _statsOpen: { state: true },
  };

  private declare _revision: number;
  private declare _chatOpen: boolean;
  private declare _statsOpen: boolean;
  readonly #local = new SafeStorage(() => localStorage);
  readonly #tab = new SafeStorage(() => sessionStorage);
  readonly #model = new WatchModel(() => performance.now(), navigator.onLine);
  readonly #announcer = new Announcer();
  readonly #abort = new AbortController();
  #address: PageAddress | undefined;
  #engine: Engine | undefined;
  #spoken = { polite: '', assertive: '' };

  constructor() {
    super();
    this._revision = 0;
    this._chatOpen = this.#local.read('fanlight.chat') !== 'closed' && !matchMedia(NARROW).matches;
    this._statsOpen = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = this.#abort;
    addEventListener('hashchange', () => this.#hashChanged(), { signal });
    addEventListener('online', () => this.#online(true), { signal });
    addEventListener('offline', () => this.#online(false), { signal });
    document.addEventListener('visibilitychange', () => this.#visibility(), { signal });
    const refresh = setInterval(() => this.#refresh(), REFRESH_MS);
    signal.addEventListener('abort', () => clearInterval(refresh));
    this.#setWidth(Number(this.#local.read('fanlight.chat-width') ?? USUAL_WIDTH_PX));
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.#engine?.close();
  }

  protected override render(): TemplateResult {
    return watchPage(
      {
        model: this.#model,
        engine: this.#engine,
        revision: this._revision,
        chatOpen: this._chatOpen,
        statsOpen: this._statsOpen,
        spoken: this.#spoken,
        draft: this.#tab.read(this.#draftName) ?? '',
      },
      {
        act: (action) => this.#act(action),
        seen: () => this.#change(() => this.#model.seen()),
        write: (text) => this.#write(text),
        rename: (name) => this.#engine?.rename(name),
        keepDraft: (text) => this.#tab.write(this.#draftName, text),
        leaveChat: () => this.#stage?.focusPlayer(),
        closeStats: () => this.#act('stats'),
        setWidth: (px) => this.#setWidth(px),
      },
    );
  }

  protected override firstUpdated(): void {
    const splitter = this.querySelector<Splitter>('fanlight-splitter');
    if (splitter !== null) {
      splitter.width = Number(this.#local.read('fanlight.chat-width') ?? USUAL_WIDTH_PX);
    }
  }

  get #stage(): StageElement | null {
    return this.querySelector<StageElement>('fanlight-stage');
  }

  get #draftName(): string {
    return `fanlight.draft.${this.#address?.camera ?? ''}`;
  }

  get #tokenName(): string {
    return `fanlight.person.${this.#address?.camera ?? ''}`;
  }

  #begin(): void {
    const address = readAddress(location);
    this.#address = address;
    if (address === undefined) {
      this.#model.notice({ type: 'wrong_link' });
      return;
    }
    const person = this.#local.read(this.#tokenName);
    this.#engine = new Engine({
      url: address.socketUrl,
      camera: address.camera,
      key: address.key,
      ...(person !== undefined && { person }),
      able: capabilitiesOf(globalThis),
      wish: address.wish,
      newWorker: () => new Worker(trustedWorkerUrl(workerUrl), { type: 'module' }),
      onEvent: (event) => this.#accept(event),
    });
    this.#engine.start();
  }

  #accept(event: EngineEvent): void {
    this.#model.accept(event);
    switch (event.type) {
      case 'picture':
        return this.#pictureShown();
      case 'track':
        this.#reserve(event.track.width, event.track.height);
        break;
      case 'counters':
      case 'clocks':
        return;
      case 'blocked':
        this.#engine?.pause();
        break;
      case 'message':
        if (event.message.type === 'welcome') {
          this.#local.write(this.#tokenName, event.message.token);
        } else if (event.message.type === 'chat_refused') {
          this.querySelector<ChatBox>('fanlight-chat-box')?.giveBack(this.#model.refusal?.text ?? '');
        }
    }
    this.#refresh();
  }

  #pictureShown(): void {
    const { picture } = this.#model;
    if (picture === undefined) {
      return;
    }
    this.dataset['frames'] = String(picture.count);
    if (picture.latencyMs !== undefined) {
      this.dataset['latencyMs'] = String(picture.latencyMs);
    }
    this.#reserve(picture.width, picture.height);
    if (this.dataset['state'] !== this.#model.state.name) {
      this.#refresh();
    }
  }

  #reserve(width: number | undefined, height: number | undefined): void {
    if (width !== undefined && height !== undefined && height > 0) {
      this.style.setProperty('--fl-ratio', String(width / height));
    }
  }

  #refresh(): void {
    const model = this.#model;
    const words = wordsNow(model);
    this.dataset['state'] = model.state.name;
    if (model.mode !== undefined) {
      this.dataset['mode'] = model.mode;
    }
    const said = this.#announcer.next(model.state.name, words.announcement, performance.now());
    if (said !== undefined) {
      this.#spoken = { polite: '', assertive: '', [said.urgency]: said.text };
    }
    document.title = pageTitle(model);
    this._revision++;
  }

  #change(change: () => void): void {
    change();
    this.#refresh();
  }

  #act(action: HotkeyAction): void {
    switch (action) {
      case 'pause':
        return this.#change(() => this.#setPaused(!this.#model.paused));
      case 'live':
        return this.#change(() => {
          this.#setPaused(false);
          this.#engine?.goLive();
        });
      case 'snapshot':
        return void this.#snapshot();
      case 'fullscreen':
        return void this.#toggleFullscreen();
      case 'chat':
        return this.#setChatOpen(!this._chatOpen);
      case 'write':
        this.#setChatOpen(true);
        return void this.updateComplete.then(() => this.querySelector<HTMLElement>('#chat-input')?.focus());
      case 'stats':
        this._statsOpen = !this._statsOpen;
        return;
      case 'help':
        this.querySelector<HelpDialog>('fanlight-help')?.show();
    }
  }

  #setPaused(paused: boolean): void {
    if (paused !== this.#model.paused) {
      this.#model.notice({ type: 'paused', paused });
      if (paused) {
        this.#engine?.pause();
      } else {
        this.#engine?.resume();
      }
    }
  }

  #setChatOpen(open: boolean): void {
    this._chatOpen = open;
    this.#local.write('fanlight.chat', open ? '' : 'closed');
  }

  #setWidth(px: number): void {
    this.style.setProperty('--fl-chat-width', `${clampWidth(px, window.innerWidth)}px`);
    this.#local.write('fanlight.chat-width', String(px));
  }

  #write(text: string): void {
    const clientId = clientIdFrom(crypto.getRandomValues(new Uint8Array(12)));
    this.#model.refusal = undefined;
    this.#change(() => this.#model.say({ type: 'written', clientId, text }));
    this.#engine?.sendChat(clientId, text);
  }

  async #snapshot(): Promise<void> {
    const takenUs = this.#model.picture?.takenUs;
    const blob = await this.#engine?.snapshot();
    if (blob !== undefined && takenUs !== undefined) {
      saveFile(blob, snapshotName(this.#address?.camera ?? 'camera', takenUs));
    }
  }

  async #toggleFullscreen(): Promise<void> {
    if (document.fullscreenElement !== null) {
      await document.exitFullscreen();
    } else {
      await this.#stage?.requestFullscreen();
    }
  }

  #hashChanged(): void {
    const address = readAddress(location);
    if (address === undefined || this.#engine === undefined) {
      location.reload();
    } else {
      this.#engine.setKey(address.key);
    }
  }

  #online(online: boolean): void {
    this.#change(() => this.#model.notice({ type: 'online', online }));
    if (online) {
      this.#engine?.hurry();
    }
  }

  #visibility(): void {
    const hidden = document.visibilityState === 'hidden';
    if (!hidden) {
      this.#model.notice({ type: 'visible' });
    }
    this.#engine?.setHidden(hidden);
    this.#refresh();
  }
}
