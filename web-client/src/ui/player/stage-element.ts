import { html, nothing, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/engine';
import type { Theme } from '../../state/page-memory';
import type { WatchModel } from '../../state/watch-model';
import { isDark, isHidden } from '../../state/watch-state';
import { WORDS } from '../../words/words';
import { LightElement } from '../widget/light-element';
import { BarFade } from './bar-fade';
import { controls } from './controls';
import { keyDirection, releaseWithKeys } from './head-keys';
import { type HotkeyAction, hotkeyAction } from './hotkeys';
import { canPip, PictureInPicture } from './pip';
import { PoseGestures } from './pose-gestures';
import { settingsMenu } from './settings-menu';
import { soundView, unmutePill } from './sound-controls';
import { lastStill, slowLine, topLine } from './stage-lines';
import type { StateWords } from './state-words';
import { Steering } from './steering';
import { TouchTaps } from './touch-taps';
import { hasVeil, hintLine, startButton, veil } from './veil';
import { type Pose, poseAfterKey, rotated, WHOLE } from './view-pose';
import { wordsNow } from './words-now';

/** What keeps the controls on the screen: focus by keyboard or a pointer on them, and an open menu. */
const KEEPS_CONTROLS = '.fl-over :focus-visible, .fl-over .fl-island:hover, .fl-menu:popover-open';

/** Video, state and controls over it. Fires `fl-act` with a {@link HotkeyAction}, from a button or a key. */
export class StageElement extends LightElement {
  static override properties = {
    model: { attribute: false },
    engine: { attribute: false },
    revision: { attribute: false },
    chatOpen: { attribute: false },
    statsOpen: { attribute: false },
    fullscreen: { attribute: false },
    theme: { attribute: false },
    unread: { attribute: false },
    soundChosen: { attribute: false },
    saved: { attribute: false },
    _padOpen: { state: true },
  };

  declare model: WatchModel | undefined;
  declare engine: Engine | undefined;
  declare revision: number;
  /** Undefined on a page without a chat. */
  declare chatOpen: boolean | undefined;
  declare statsOpen: boolean;
  declare fullscreen: boolean;
  declare theme: Theme;
  declare unread: number;
  /** Whether the viewer has turned sound on or off. */
  declare soundChosen: boolean;
  /** What is to be said of the last snapshot, for as long as it is new. */
  declare saved: TemplateResult | undefined;
  private declare _padOpen: boolean;
  #pose: Pose = WHOLE;
  readonly #pip = new PictureInPicture();
  readonly #fade = new BarFade({
    mayHide: () => this.#mayHideControls(),
    changed: () => this.requestUpdate(),
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer as number | undefined),
  });
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

  /** How the video is turned and magnified. */
  get pose(): Pose {
    return this.#pose;
  }

  set pose(pose: Pose) {
    this.#pose = pose;
    this.requestUpdate();
  }

  /** Moves the focus to the player. */
  focusPlayer(): void {
    this.querySelector<HTMLElement>('.fl-frame')?.focus();
  }

  /** Turns the video by a quarter. */
  rotate(): void {
    this.pose = rotated(this.#pose);
  }

  /** Opens or closes the small window that stays above others. */
  async togglePip(): Promise<void> {
    const { element } = this.model ?? {};
    const host = this.querySelector<HTMLElement>('.fl-video-host');
    if (element !== undefined && host !== null && canPip(document)) {
      await this.#pip.toggle(element, host).catch(() => undefined);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#key);
    for (const type of ['pointermove', 'pointerdown', 'focusin']) {
      this.addEventListener(type, this.#stirred);
    }
    this.#fade.stir();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#steering.releaseAll();
    this.#fade.close();
  }

  protected override firstUpdated(): void {
    const frame = this.querySelector<HTMLElement>('.fl-frame');
    if (frame !== null) {
      new PoseGestures(frame, this);
      new TouchTaps(frame, {
        shown: () => this.#fade.shown,
        show: () => this.#fade.stir(),
        hide: () => this.#fade.dismiss(),
        double: () => this.#act('fullscreen'),
      });
    }
  }

  protected override willUpdate(): void {
    if (!this.#canSteer) {
      this.#steering.releaseAll();
    }
  }

  protected override updated(): void {
    const { scale, x, y, rotation } = this.#pose;
    const zoom = this.querySelector<HTMLElement>('.fl-zoom');
    zoom?.style.setProperty('--fl-scale', String(scale));
    zoom?.style.setProperty('--fl-x', String(-x));
    zoom?.style.setProperty('--fl-y', String(-y));
    zoom?.setAttribute('data-rotation', String(rotation));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { model } = this;
    if (model === undefined) {
      return nothing;
    }
    const words = wordsNow(model);
    return html`<div class="fl-frame" id="player" tabindex="0" role="group" aria-label=${WORDS.player.player}
      data-state=${model.state.name} ?data-hidden=${isHidden(model.state.name)}
      data-controls=${this.#fade.shown || !this.#mayHideControls() ? 'shown' : 'hidden'} ?data-zoomed=${this.#pose.scale > 1}>
      <div class="fl-zoom">
        <div class="fl-video-host">${model.element ?? nothing}</div>
        ${lastStill(model)}
      </div>
      ${this.#state(model, words)} ${this.#unmute(model)} ${topLine(model, words, (action) => this.#act(action))} ${this.#controls(model)}
      ${this.#pad(model)}
      ${
        this.statsOpen
          ? html`<fanlight-stats .model=${model} .engine=${this.engine}></fanlight-stats>`
          : nothing
      }
    </div>`;
  }

  /** One of them at a time: words in place of the video, words at its foot, what was saved, or a slow connection. */
  #state(model: WatchModel, words: StateWords): TemplateResult | typeof nothing {
    const { name } = model.state;
    if (hasVeil(name, model.frame !== undefined)) {
      return name === 'paused' ? startButton(() => this.#act('pause')) : veil(name, words);
    }
    return words.heading === undefined && words.sentence === undefined
      ? (this.saved ?? slowLine(model))
      : hintLine(words);
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

  get #hasFrame(): boolean {
    return this.model?.frame !== undefined && !isDark(this.model.state.name);
  }

  #mayHideControls(): boolean {
    return (
      this.#hasFrame &&
      this.model?.paused === false &&
      !this.statsOpen &&
      !this._padOpen &&
      this.querySelector(KEEPS_CONTROLS) === null
    );
  }

  #controls(model: WatchModel): TemplateResult {
    const hasFrame = this.#hasFrame;
    const pip = canPip(document);
    return controls(
      {
        paused: model.paused,
        hasFrame,
        padOpen: this.#canSteer ? this._padOpen : undefined,
        chatOpen: this.chatOpen,
        fullscreen: this.fullscreen,
        canFullscreen: document.fullscreenEnabled,
        canPip: pip,
        zoomed: this.#pose.scale > 1,
        unread: this.unread,
        settings: settingsMenu({
          tracks: model.tracks,
          preferences: model.preferences,
          theme: this.theme,
          hasFrame,
          canPip: pip,
        }),
        sound: soundView(model.sound),
      },
      (action) => this.#act(action),
    );
  }

  readonly #stirred = (event: Event): void => {
    if ((event as PointerEvent).pointerType !== 'touch') {
      this.#fade.stir();
    }
  };

  #key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    this.#fade.stir();
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
    const pose = poseAfterKey(this.#pose, event);
    const action = pose === undefined ? hotkeyAction(event, onControl) : undefined;
    if (pose !== undefined) {
      event.preventDefault();
      this.pose = pose;
    } else if (action !== undefined) {
      event.preventDefault();
      this.#act(action);
    }
  }

  #act(action: HotkeyAction): void {
    switch (action) {
      case 'steer':
        this._padOpen = !this._padOpen && this.#canSteer;
        return;
      case 'zoom_reset':
        this.pose = { ...WHOLE, rotation: this.#pose.rotation };
        return;
      default:
        this.dispatchEvent(new CustomEvent<HotkeyAction>('fl-act', { bubbles: true, detail: action }));
    }
  }
}
