import { html, nothing, type TemplateResult } from 'lit';
import { PageMemory } from '../state/page-memory';
import { SafeStorage } from '../state/storage';
import { LightElement } from '../ui/widget/light-element';
import { browserStudio } from './browser-studio';
import { control } from './control';
import { heldFragment } from './held-fragment';
import { otherSide, type PortalAddress, readPortal } from './portal-address';
import { readPublishAddress } from './publish-address';
import type { Studio } from './studio';
import { type StudioState, studioState } from './studio-state';
import { type StudioWords, studioWords } from './studio-words';

const PLACE = 'fanlight-portal';

/**
 * Two sites that see and hear each other: the other one fills the screen, this one is small in a corner. `data-state` is the state of this
 * side’s camera; with `?auto` it starts as soon as the camera may be used.
 */
export class PortalElement extends LightElement {
  readonly #memory = new PageMemory(
    new SafeStorage(() => localStorage),
    new SafeStorage(() => sessionStorage),
  );
  readonly #abort = new AbortController();
  #portal: PortalAddress | undefined;
  #studio: Studio | undefined;
  #left = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = this.#abort;
    this.#portal = readPortal(heldFragment(PLACE) ?? '');
    this.#studio = this.#newStudio();
    addEventListener('hashchange', () => location.hash !== '' && location.reload(), { signal });
    addEventListener('online', () => this.#studio?.retryNow(), { signal });
    addEventListener('message', (event) => this.#reported(event), { signal });
    const seen = () => document.visibilityState === 'visible' && this.#studio?.retryNow();
    document.addEventListener('visibilitychange', seen, { signal });
    document.addEventListener('fullscreenchange', () => this.requestUpdate(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.#studio?.close();
  }

  protected override firstUpdated(): void {
    if (this.#portal !== undefined) {
      void this.#studio?.open();
    }
  }

  protected override updated(): void {
    const ready = this.dataset['state'] === 'ready';
    if (ready && !this.#left && new URLSearchParams(location.search).has('auto')) {
      this.#join();
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
    document.title = `${this.#portal?.camera ?? 'Portal'} — Fanlight`;
    return html`<main aria-label="Portal">${this.#other()}
      <section class="po-self" aria-label="This side">
        <video class=${studio.mirrored ? 'po-preview pb-mirrored' : 'po-preview'} muted playsinline autoplay aria-label="What your camera sees"></video>
        <p class="pb-over pb-badge pb-badge-${words.tone}">${words.badge}</p>
        ${studio.facts.started ? this.#controls(studio) : nothing}
      </section>
      ${studio.facts.started && words.action === undefined ? html`<p class="fl-unseen" role="status">${words.title}</p>` : this.#card(state, words)}</main>`;
  }

  #other(): TemplateResult | typeof nothing {
    const portal = this.#portal;
    return portal === undefined
      ? nothing
      : html`<iframe class="po-other" src=${otherSide(portal)} title=${`Video of ${portal.camera}`} allow="autoplay; fullscreen"></iframe>`;
  }

  #controls(studio: Studio): TemplateResult {
    const { muted, facts } = studio;
    const full = document.fullscreenElement !== null;
    return html`<div class="pb-controls">
      ${control(muted ? 'mic_off' : 'mic', muted ? 'Unmute microphone' : 'Mute microphone', muted, () => studio.setMuted(!muted), !studio.hasSound)}
      ${control(facts.paused ? 'play' : 'pause', facts.paused ? 'Continue video' : 'Pause video', facts.paused, () => studio.setPaused(!facts.paused))}
      ${document.fullscreenEnabled ? control('fullscreen', full ? 'Leave full screen' : 'Full screen', full, () => this.#fullscreen()) : nothing}
      ${control('close', 'Leave', false, () => this.#leave())}
    </div>`;
  }

  #card(state: StudioState, words: StudioWords): TemplateResult {
    const ready = state.name === 'ready';
    return html`<div class="po-card" role="status">
      <h1>${ready ? `Ready for ${this.#portal?.camera ?? ''}` : words.title}</h1>
      <p class="pb-text">${ready ? 'Both sides see and hear each other until one of you leaves.' : words.text}</p>
      ${ready ? act('Join', () => this.#join()) : nothing}
      ${!ready && words.action !== undefined ? act(words.action.label, () => this.#again(words)) : nothing}
    </div>`;
  }

  #newStudio(): Studio {
    return browserStudio(
      { ...readPublishAddress(location), key: this.#portal?.key },
      {
        preview: () => this.querySelector('video') ?? undefined,
        onChange: () => this.requestUpdate(),
        onLevel: () => {},
      },
    );
  }

  /** Starts to send, and lets the other side be heard. */
  #join(): void {
    this.#left = false;
    this.#studio?.start();
    this.#memory.keepSoundOn(true);
    this.#unmute();
  }

  #leave(): void {
    this.#left = true;
    this.#studio?.stop();
  }

  #again({ action }: StudioWords): void {
    if (action?.does === 'redial') {
      this.#studio?.redial();
    } else if (action?.does === 'start') {
      this.#join();
    } else {
      void this.#studio?.open();
    }
  }

  #fullscreen(): void {
    const change = document.fullscreenElement === null ? this.requestFullscreen() : document.exitFullscreen();
    change.catch(() => undefined);
  }

  /** The other side’s player has reported its state: there may be sound now. */
  #reported(event: MessageEvent): void {
    if (
      event.origin === location.origin &&
      event.source === this.#player &&
      this.#studio?.facts.started === true
    ) {
      this.#unmute();
    }
  }

  get #player(): Window | undefined {
    return this.querySelector('iframe')?.contentWindow ?? undefined;
  }

  /** For its player this is the gesture by which its viewer lets it be heard, as it was here. */
  #unmute(): void {
    this.#player?.dispatchEvent(new Event('click'));
  }
}

function act(label: string, run: () => void): TemplateResult {
  return html`<button class="fl-button fl-button-text fl-button-main pb-wide" type="button" @click=${run}>${label}</button>`;
}
