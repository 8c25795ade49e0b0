import type { TemplateResult } from 'lit';
import type { PlayerCommand, PlayerReport } from '../../embed/player-message';
import type { Engine } from '../../engine/engine';
import type { EngineEvent, ShownFrame } from '../../engine/engine-event';
import { nowUs } from '../../engine/now';
import type { PageAddress } from '../../entry/page-address';
import { readOptions } from '../../entry/page-options';
import { stageShape } from '../../media/renditions';
import type { ConnectionState } from '../../net/connection-state';
import { WatchModel } from '../../state/watch-model';
import type { ChatBox } from '../chat/chat-box';
import { ChatSender } from '../chat/chat-sender';
import type { HelpDialog } from '../player/help-dialog';
import type { HotkeyAction } from '../player/hotkeys';
import { chosen } from '../player/settings-menu';
import type { StageElement } from '../player/stage-element';
import { StateAnnouncer } from '../player/state-announcer';
import { LightElement } from '../widget/light-element';
import { browserEngine } from './browser-engine';
import { changeLanguage } from './browser-language';
import { browserLinkEntry } from './browser-link-entry';
import { browserMemory } from './browser-memory';
import { browserProber } from './browser-prober';
import { listenToPage } from './page-events';
import { PageLayout } from './page-layout';
import { markFrame, markState, reserveRoom } from './page-marks';
import { Playback } from './playback';
import { obey, reportOf } from './player-commands';
import { SavedNotice } from './saved-notice';
import type { ShareDialog } from './share-dialog';
import { watchSight } from './sight';
import { SoundChoice } from './sound-choice';
import { watchPage } from './watch-page';

const REFRESH_MS = 250;

/**
 * The watch page. Its attributes are stable for tests: `data-state`, `data-mode`, `data-frames` and `data-latency-ms`
 * (of the frame on screen, unrounded).
 */
export class WatchElement extends LightElement {
  static override properties = {
    _revision: { state: true },
    _statsOpen: { state: true },
  };

  private declare _revision: number;
  private declare _statsOpen: boolean;
  readonly #asked = readOptions(location.search);
  readonly #memory = browserMemory();
  readonly #entry = browserLinkEntry({
    onEntry: (entry) => this.#change(() => this.#model.apply({ type: 'entry', entry })),
    onAdmitted: (address) => this.#admitted(address),
  });
  readonly #model = new WatchModel(() => performance.now(), nowUs, navigator.onLine);
  readonly #sender = new ChatSender({
    model: this.#model,
    engine: () => this.#engine,
    restoreDraft: (written) => this.querySelector<ChatBox>('fanlight-chat-box')?.restoreDraft(written),
    changed: () => this.#refresh(),
  });
  readonly #prober = browserProber((probe) =>
    this.#change(() => this.#model.apply({ type: 'probed', probe })),
  );
  readonly #announcer = new StateAnnouncer();
  readonly #sound = new SoundChoice({
    model: this.#model,
    memory: this.#memory,
    engine: () => this.#engine,
    muted: this.#asked.muted,
    announce: (text) => this.#announcer.say(text),
  });
  readonly #playback = new Playback({
    model: this.#model,
    memory: this.#memory,
    engine: () => this.#engine,
  });
  readonly #layout = new PageLayout(this, this.#memory, this.#asked, () => this.#refresh());
  readonly #saved = new SavedNotice({
    announce: (text) => this.#announcer.say(text),
    changed: () => this.#refresh(),
  });
  readonly #abort = new AbortController();
  #engine: Engine | undefined;

  constructor() {
    super();
    this._revision = 0;
    this.#model.prefer({ ...this.#memory.preferences, ...this.#asked.preferences });
    this._statsOpen = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = this.#abort;
    listenToPage(this, signal, {
      onAddress: () => this.#entry.enter(),
      onOnline: (online) => this.#online(online),
      onPictureInPicture: (open) => this.#engine?.setPictureInPicture(open),
      onGesture: () => this.#sound.gesture(),
    });
    if (!this.#asked.background) {
      watchSight(this, signal, (hidden) => this.#change(() => this.#playback.setHidden(hidden)));
    }
    const refresh = setInterval(() => this.#refresh(), REFRESH_MS);
    signal.addEventListener('abort', () => clearInterval(refresh));
    this.#layout.start(signal);
    this.#entry.enter();
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
        chatOpen: this.#layout.chatOpen,
        statsOpen: this._statsOpen,
        fullscreen: this.#layout.fullscreen,
        theme: this.#layout.theme,
        saved: this.#saved.line,
        soundChosen: this.#sound.made,
        announced: this.#announcer.spoken,
        chatWidth: this.#layout.chatWidth,
        draft: this.#memory.draft(this.#camera),
      },
      {
        act: (action) => this.#act(action),
        seen: () => this.#change(() => this.#model.seen()),
        write: (written) => this.#sender.write(written),
        react: (message) => this.#engine?.react(message),
        rename: (name) => this.#engine?.rename(name),
        forget: () => this.#forget(),
        moderate: (request) => this.#sender.moderate(request),
        keepDraft: (text) => this.#memory.keepDraft(this.#camera, text),
        submitPassword: (password) => this.#entry.submitPassword(password),
        leaveChat: () => this.#stage?.focusPlayer(),
        setWidth: (px) => this.#layout.widenChat(px),
        choose: chosen({
          act: (action) => this.#act(action),
          prefer: (change) => this.#change(() => this.#playback.prefer(change)),
          dress: (theme) => this.#layout.dress(theme),
          speak: changeLanguage,
        }),
        setVolume: (volume) => this.#change(() => this.#sound.set(volume)),
      },
    );
  }

  #forget(): void {
    this.#memory.forgetPerson(this.#camera);
    location.reload();
  }

  /** How it is, for a page around this one. */
  get report(): PlayerReport {
    return reportOf(this.#model);
  }

  /** Does what the page around this one asks for. */
  command(command: PlayerCommand): void {
    this.#change(() => obey(command, { playback: this.#playback, sound: this.#sound }));
  }

  get #stage(): StageElement | null {
    return this.querySelector<StageElement>('fanlight-stage');
  }

  get #camera(): string {
    return this.#entry.camera ?? '';
  }

  #admitted(address: PageAddress): void {
    if (this.#engine !== undefined) {
      this.#engine.redial();
      return;
    }
    this.#engine = browserEngine(address, {
      person: this.#memory.person(address.camera),
      preferences: this.#model.preferences,
      onEvent: (event) => this.#accept(event),
    });
    this.#engine.start();
    if (document.documentElement.dataset['part'] === 'chat') {
      // Who only chats is sent no video, and does not keep the camera running.
      this.#engine.pause();
    } else if (!this.#asked.autoplay) {
      this.#playback.setPaused(true);
    }
    this.#sound.started();
  }

  #accept(event: EngineEvent): void {
    this.#model.accept(event);
    switch (event.type) {
      case 'frame':
        return this.#frameShown(event.frame);
      case 'counters':
      case 'reception':
      case 'clocks':
      case 'sound':
        return;
      case 'blocked':
        this.#engine?.pause();
        break;
      case 'connection':
        this.#connectionChanged(event.state);
        break;
      case 'message':
        if (event.message.type === 'tracks') {
          reserveRoom(this, stageShape(this.#model.tracks, this.#model.frame));
        } else if (event.message.type === 'welcome') {
          this.#entry.welcomed(event.message.camera);
          this.#memory.keepPerson(this.#camera, event.message.token);
        } else if (event.message.type === 'chat_refused') {
          this.#sender.refused();
        }
    }
    this.#refresh();
  }

  #connectionChanged(state: ConnectionState): void {
    if (state.kind === 'refused' && state.reason === 'wrong_link') {
      this.#entry.refused();
    } else if (state.kind === 'waiting') {
      void this.#prober.failed(state.unopened, this.#entry.socketUrl);
    }
  }

  #frameShown(frame: ShownFrame): void {
    markFrame(this, frame);
    reserveRoom(this, stageShape(this.#model.tracks, frame));
    if (this.dataset['state'] !== this.#model.state.name) {
      this.#refresh();
    }
  }

  #refresh(): void {
    const model = this.#model;
    model.expireNotice();
    markState(this, model);
    this.#announcer.update(model, performance.now());
    this._revision++;
  }

  #change(change: () => void): void {
    change();
    this.#refresh();
  }

  #act(action: HotkeyAction): void {
    switch (action) {
      case 'pause':
        return this.#change(() => this.#playback.setPaused(!this.#model.paused));
      case 'live':
        return this.#change(() => this.#playback.goLive());
      case 'snapshot':
        return void this.#saved.take(this.#engine, this.#camera, this.#model.frame?.captureUs);
      case 'mute':
        return this.#change(() => this.#sound.toggle());
      case 'louder':
      case 'quieter':
        return this.#change(() => this.#sound.step(action === 'louder' ? 1 : -1));
      case 'fullscreen':
        return void this.#layout.toggleFullscreen();
      case 'theatre':
        return this.#layout.toggleTheatre();
      case 'pip':
        return void this.#stage?.togglePip();
      case 'rotate':
        return this.#stage?.rotate();
      case 'chat':
        return this.#layout.showChat(!this.#layout.chatOpen);
      case 'write':
        this.#layout.showChat(true);
        return void this.updateComplete.then(() => this.querySelector<HTMLElement>('#chat-input')?.focus());
      case 'stats':
        this._statsOpen = !this._statsOpen;
        return;
      case 'share':
        return void this.querySelector<ShareDialog>('fanlight-share')?.show(this.#entry.shareable());
      case 'help':
        this.querySelector<HelpDialog>('fanlight-help')?.show();
    }
  }

  #online(online: boolean): void {
    this.#change(() => this.#model.apply({ type: 'online', online }));
    if (online) {
      this.#engine?.retryNow();
      this.#entry.retryNow();
    }
  }
}
