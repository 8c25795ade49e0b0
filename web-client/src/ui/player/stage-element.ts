import { html, nothing, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/engine';
import { previewPath } from '../../entry/preview';
import type { WatchModel } from '../../state/watch-model';
import { isHidden, isOutside, isPaused } from '../../state/watch-state';
import { LightElement } from '../widget/light-element';
import { watchingWords } from '../widget/time-words';
import { badge } from './badge';
import { controls } from './controls';
import { keyDirection, releaseWithKeys } from './head-keys';
import { type HotkeyAction, hotkeyAction } from './hotkeys';
import { soundView, unmutePill } from './sound-controls';
import { deliveryWords, type StateWords, uplinkWords, wordsFor } from './state-words';
import { Steering } from './steering';

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const dayAndClock = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  hour: 'numeric',
  minute: '2-digit',
});

/** The texts of the current state of `model`. */
export function wordsNow(model: WatchModel): StateWords {
  return wordsFor(model.state, {
    nowMs: performance.now(),
    wallUs: Date.now() * 1000,
    timeOfDay: (us) => clock.format(us / 1000),
    dayAndTime: (us) => dayAndClock.format(us / 1000),
  });
}

/** Video, state and controls. Fires `fl-act` with a {@link HotkeyAction}, from a button or a key. */
export class StageElement extends LightElement {
  static override properties = {
    model: { attribute: false },
    engine: { attribute: false },
    revision: { attribute: false },
    chatOpen: { attribute: false },
    statsOpen: { attribute: false },
    unread: { attribute: false },
    soundChosen: { attribute: false },
    _padOpen: { state: true },
  };

  declare model: WatchModel | undefined;
  declare engine: Engine | undefined;
  declare revision: number;
  declare chatOpen: boolean;
  declare statsOpen: boolean;
  declare unread: number;
  /** Whether the viewer has turned sound on or off. */
  declare soundChosen: boolean;
  private declare _padOpen: boolean;
  readonly #steering = new Steering({
    send: (message) => this.engine?.steer(message),
    every: (run, ms) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
  });

  constructor() {
    super();
    this._padOpen = false;
    releaseWithKeys(this, this.#steering);
  }

  /** Moves the focus to the player. */
  focusPlayer(): void {
    this.querySelector<HTMLElement>('.fl-frame')?.focus();
  }

  /** Enters or leaves full screen. */
  async toggleFullscreen(): Promise<void> {
    if (document.fullscreenElement !== null) {
      await document.exitFullscreen();
    } else {
      await this.requestFullscreen();
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#key);
    document.addEventListener('fullscreenchange', this.#fullscreenChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('fullscreenchange', this.#fullscreenChanged);
    this.#steering.releaseAll();
  }

  protected override willUpdate(): void {
    if (!this.#canSteer) {
      this.#steering.releaseAll();
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this;
    if (model === undefined) {
      return nothing;
    }
    const words = wordsNow(model);
    return html`${this.#head(model, words)}
      <div class="fl-frame-area">
        <div class="fl-frame" id="player" tabindex="0" role="group" aria-label="Player">
          <div class="fl-video-host">${model.element ?? nothing}</div>
          ${this.#still(model)} ${this.#sentence(model, words)} ${this.#slow(model, words)} ${this.#password(model)}
          ${this.#unmute(model)} ${this.#pad(model)}
          ${
            this.statsOpen
              ? html`<fanlight-stats .model=${model} .engine=${this.engine}></fanlight-stats>`
              : nothing
          }
        </div>
      </div>
      ${this.#controls(model)}`;
  }

  #head(model: WatchModel, words: StateWords): TemplateResult {
    return html`<header class="fl-head">
      <h1 class="fl-title">${model.title || 'Fanlight'}</h1>
      ${badge(model.state.name, words, model.latencyMs)}
      <span class="fl-spacer"></span>
      ${model.viewers === undefined || isOutside(model.state.name) ? nothing : html`<span class="fl-viewers">${watchingWords(model.viewers)}</span>`}
    </header>`;
  }

  /** What was seen last, until there is video. */
  #still(model: WatchModel): TemplateResult | typeof nothing {
    const path = model.frame === undefined && !isHidden(model.state.name) ? previewPath(document) : undefined;
    return path === undefined
      ? nothing
      : html`<img class="fl-still" src=${path} alt="The last still of this camera" @error=${this.#withoutStill} />`;
  }

  readonly #withoutStill = (event: Event): void => {
    (event.target as HTMLElement).hidden = true;
  };

  #sentence(model: WatchModel, words: StateWords): TemplateResult | typeof nothing {
    if (words.sentence === undefined) {
      return nothing;
    }
    const form =
      model.frame === undefined || isPaused(model.state.name) || isOutside(model.state.name)
        ? 'fl-notice-card'
        : 'fl-notice-strip';
    return html`<p class="fl-notice ${form}">
      <span class="fl-shape" aria-hidden="true">${words.shape}</span><span>${words.sentence}</span>
    </p>`;
  }

  #slow(model: WatchModel, words: StateWords): TemplateResult | typeof nothing {
    const notice = deliveryWords(model.delivery, model.preferences.quality) ?? uplinkWords(model.uplink);
    return notice === undefined || words.sentence !== undefined || isHidden(model.state.name)
      ? nothing
      : html`<p class="fl-notice fl-notice-strip fl-slow">
          <span class="fl-shape" aria-hidden="true">◔</span><span>${notice}</span>
        </p>`;
  }

  #password(model: WatchModel): TemplateResult | typeof nothing {
    const { state } = model;
    return state.name === 'password'
      ? html`<fanlight-password class="fl-notice fl-notice-card" .state=${state}></fanlight-password>`
      : nothing;
  }

  #unmute(model: WatchModel): TemplateResult | typeof nothing {
    const waits = model.frame !== undefined && !model.paused && !isHidden(model.state.name);
    const sound = soundView(model.sound);
    return sound === undefined || sound.on || this.soundChosen || !waits
      ? nothing
      : unmutePill(() => this.#unmuted());
  }

  /** The button goes; the focus that was on it stays in the player. */
  #unmuted(): void {
    this.#act('mute');
    this.focusPlayer();
  }

  #pad(model: WatchModel): TemplateResult | typeof nothing {
    return this._padOpen && model.head.allowed && !isHidden(model.state.name)
      ? html`<fanlight-head class="fl-head-pad" .head=${model.head} .steering=${this.#steering}
          .nowMs=${performance.now()}></fanlight-head>`
      : nothing;
  }

  get #canSteer(): boolean {
    return this.model?.canSteer === true && !isHidden(this.model.state.name);
  }

  #controls(model: WatchModel): TemplateResult {
    const { name } = model.state;
    return controls(
      {
        paused: model.paused,
        canGoLive: name === 'behind' || name === 'paused',
        hasFrame: model.frame !== undefined && !isHidden(name),
        padOpen: this.#canSteer ? this._padOpen : undefined,
        chatOpen: this.chatOpen,
        statsOpen: this.statsOpen,
        fullscreen: document.fullscreenElement === this,
        canFullscreen: document.fullscreenEnabled,
        canShare: model.me !== undefined && !isOutside(name),
        unread: this.unread,
        tracks: model.tracks,
        preferences: model.preferences,
        sound: soundView(model.sound),
      },
      (action) => this.#act(action),
    );
  }

  #key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || target.closest('input:not([type="range"])') !== null) {
      return;
    }
    const onControl = target.closest('button, input') !== null;
    if (target.closest('input') !== null && event.key.startsWith('Arrow')) {
      return;
    }
    const direction = keyDirection(event);
    if (direction !== undefined && this.#canSteer) {
      event.preventDefault();
      this.#steering.press(direction);
      return;
    }
    const action = hotkeyAction(event, onControl);
    if (action !== undefined) {
      event.preventDefault();
      this.#act(action);
    }
  }

  #act(action: HotkeyAction): void {
    if (action === 'steer') {
      this._padOpen = !this._padOpen && this.#canSteer;
      return;
    }
    this.dispatchEvent(new CustomEvent<HotkeyAction>('fl-act', { bubbles: true, detail: action }));
  }

  readonly #fullscreenChanged = () => this.requestUpdate();
}
