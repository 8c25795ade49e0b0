import { html, nothing, type TemplateResult } from 'lit';
import type { CaptureChoice } from '../capture/capture-choice';
import { fan } from '../ui/widget/fan';
import { icon } from '../ui/widget/icon';
import { LightElement } from '../ui/widget/light-element';
import { browserStudio } from './browser-studio';
import { control } from './control';
import { heldFragment } from './held-fragment';
import { readPublishAddress } from './publish-address';
import { sourceForm } from './source-form';
import type { Studio } from './studio';
import { type StudioState, studioState } from './studio-state';
import { formatWords, type StudioWords, studioWords, uploadWords } from './studio-words';

const KEY = 'fanlight-publish-key';
const BARS = 7;
const HEARD = 0.35;
const HEARD_FOR_MS = 4000;
/** Panes of the mark that are lit: all of them while live. */
const FAN: Readonly<Record<StudioWords['tone'], number>> = { quiet: 2, live: 5, warn: 1 };

/** The page that makes this browser a camera. `data-state` is the name of its state. */
export class PublishElement extends LightElement {
  #studio: Studio | undefined;
  #heardMs = Number.NEGATIVE_INFINITY;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#studio = this.#newStudio();
    addEventListener('hashchange', this.#reload);
    addEventListener('online', this.#retry);
    addEventListener('beforeunload', this.#leaving);
    document.addEventListener('visibilitychange', this.#seen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#studio?.close();
    removeEventListener('hashchange', this.#reload);
    removeEventListener('online', this.#retry);
    removeEventListener('beforeunload', this.#leaving);
    document.removeEventListener('visibilitychange', this.#seen);
  }

  protected override firstUpdated(): void {
    if (this.#studio?.facts.hasKey === true) {
      void this.#studio.open();
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const studio = this.#studio;
    if (studio === undefined) {
      return nothing;
    }
    const state = studioState(studio.facts);
    const words = studioWords(state, studio.facts.status);
    this.dataset['state'] = state.name;
    document.title = `${words.tone === 'live' ? '● Live' : words.title} — Fanlight`;
    return html`
      <header class="pb-head"><span class="pb-mark">${fan(FAN[words.tone])}</span>Fanlight</header>
      <main class="pb-main">
        ${this.#stage(studio, words)}
        <section class="pb-panel">
          <div role="status"><h1>${words.title}</h1><p class="pb-text">${words.text}</p></div>
          ${this.#body(studio, state, words)}
        </section>
      </main>`;
  }

  #stage(studio: Studio, words: StudioWords): TemplateResult {
    const { status } = studio.facts;
    const { cameras } = studio.list;
    return html`<div class="pb-stage">
      <video class=${studio.mirrored ? 'pb-preview pb-mirrored' : 'pb-preview'} muted playsinline autoplay aria-label="What your camera sees"></video>
      <p class="pb-over pb-badge pb-badge-${words.tone}">${words.badge}</p>
      ${status?.connection.kind === 'open' ? html`<p class="pb-over pb-viewers">${icon('eye')} ${status.viewers}<span class="fl-unseen"> watching</span></p>` : nothing}
      <div class="pb-controls">
        ${cameras.length > 1 || matchMedia('(pointer: coarse)').matches ? control('flip', 'Switch camera', false, () => this.#flip()) : nothing}
        ${control(studio.muted ? 'mic_off' : 'mic', studio.muted ? 'Unmute microphone' : 'Mute microphone', studio.muted, () => studio.setMuted(!studio.muted), !studio.hasSound)}
        ${studio.torch === undefined ? nothing : control('torch', 'Light', studio.torch, () => void studio.switchTorch())}
        ${studio.facts.started ? control(studio.facts.paused ? 'play' : 'pause', studio.facts.paused ? 'Continue video' : 'Pause video', studio.facts.paused, () => studio.setPaused(!studio.facts.paused)) : nothing}
      </div>
    </div>`;
  }

  #body(studio: Studio, { name }: StudioState, { action }: StudioWords): TemplateResult {
    const { started } = studio.facts;
    const form = name === 'no_key' || name === 'asking' ? nothing : this.#form(studio);
    const button =
      action === undefined
        ? nothing
        : html`<button class="fl-button fl-button-text fl-button-main pb-wide" type="button" @click=${() => this.#act(action.does)}>${action.label}</button>`;
    if (name === 'key_refused' || name === 'replaced') {
      return html`${button}`;
    }
    if (!started) {
      return html`${name === 'ready' ? html`${form}${promise()}${button}` : html`${button}${form}`}`;
    }
    return html`
      ${button}
      ${this.#figures(studio)}
      <details class="pb-details"><summary>Camera and sound</summary>${form}</details>
      <button class="fl-button fl-button-text fl-button-risk pb-wide" type="button" @click=${() => studio.stop()}>Stop streaming</button>
      <p class="pb-hint">Keep this page open and in front: browsers slow down pages in the background.</p>`;
  }

  #figures(studio: Studio): TemplateResult | typeof nothing {
    const { status } = studio.facts;
    if (status?.live !== true) {
      return nothing;
    }
    const rows = [
      ['Upload', uploadWords(status)],
      ['Video', formatWords(status)],
      ['Screen stays on', studio.screenStaysOn ? 'Yes' : 'No'],
    ];
    return html`<dl class="pb-figures">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  #form(studio: Studio): TemplateResult {
    return sourceForm({
      choice: studio.choice,
      list: studio.list,
      soundWords: this.#soundWords(studio),
      canShareScreen: navigator.mediaDevices?.getDisplayMedia !== undefined,
      onChoice: (choice: CaptureChoice) => void studio.open(choice),
    });
  }

  #soundWords(studio: Studio): string {
    if (studio.soundMissing) {
      return 'No microphone can be used here. Viewers hear nothing.';
    }
    if (!studio.hasSound) {
      return 'Viewers hear nothing.';
    }
    if (studio.muted) {
      return 'Muted. Viewers hear nothing.';
    }
    return performance.now() - this.#heardMs < HEARD_FOR_MS
      ? 'We hear you.'
      : 'Say something to test the microphone.';
  }

  #newStudio(): Studio {
    const key = heldFragment(KEY);
    return browserStudio(
      { ...readPublishAddress(location), key },
      {
        preview: () => this.querySelector('video') ?? undefined,
        onChange: () => this.requestUpdate(),
        onLevel: (level) => this.#showLevel(level),
      },
    );
  }

  /** Ten times a second: past the rendering. */
  #showLevel(level: number): void {
    const lit = Math.round(level * BARS);
    for (const [index, bar] of this.querySelectorAll('.pb-level i').entries()) {
      bar.classList.toggle('pb-lit', index < lit);
    }
    const heard = performance.now() - this.#heardMs < HEARD_FOR_MS;
    if (level >= HEARD) {
      this.#heardMs = performance.now();
    }
    if (heard !== performance.now() - this.#heardMs < HEARD_FOR_MS) {
      this.requestUpdate();
    }
  }

  #act(does: NonNullable<StudioWords['action']>['does']): void {
    const studio = this.#studio;
    if (does === 'start') {
      studio?.start();
    } else if (does === 'redial') {
      studio?.redial();
    } else if (studio?.choice.source.kind === 'screen') {
      void studio.open({ ...studio.choice, source: { kind: 'camera', deviceId: '' } });
    } else {
      void studio?.open();
    }
  }

  /** On a phone the other side, elsewhere the next camera. */
  #flip(): void {
    const studio = this.#studio;
    if (studio === undefined) {
      return;
    }
    const { choice, list } = studio;
    if (matchMedia('(pointer: coarse)').matches) {
      const facing = studio.mirrored ? 'environment' : 'user';
      void studio.open({ ...choice, source: { kind: 'facing', facing } });
      return;
    }
    const ids = list.cameras.map(({ id }) => id);
    const current = choice.source.kind === 'camera' ? ids.indexOf(choice.source.deviceId) : -1;
    const deviceId = ids[(Math.max(0, current) + 1) % ids.length] ?? '';
    void studio.open({ ...choice, source: { kind: 'camera', deviceId } });
  }

  readonly #reload = (): void => {
    if (location.hash !== '') {
      location.reload();
    }
  };
  readonly #retry = (): void => this.#studio?.retryNow();
  readonly #seen = (): void => {
    if (document.visibilityState === 'visible') {
      this.#studio?.retryNow();
    }
  };
  readonly #leaving = (event: BeforeUnloadEvent): void => {
    if (this.#studio?.facts.started === true) {
      event.preventDefault();
    }
  };
}

function promise(): TemplateResult {
  return html`<p class="pb-promise">${icon('lock')}<span>Nothing is sent before you start. The owner of this camera decides who can watch, and whether the video is also recorded or sent to other sites.</span></p>`;
}
