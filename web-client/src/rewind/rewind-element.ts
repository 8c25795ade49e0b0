import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ApiClient } from '../api/api-client';
import { icon } from '../ui/widget/icon';
import { LightElement } from '../ui/widget/light-element';
import { need } from '../ui/widget/on-demand';
import { agoWords } from '../ui/widget/time-words';
import { WORDS } from '../words/words';
import { timeOf } from './moments';
import { RecordingSource } from './recording-source';
import { rewindKey } from './rewind-keys';
import type { RewindPlayer } from './rewind-player';
import { rangeOf, recordedAt, type Span, STEP_MS } from './timeline';
import { timelineBar } from './timeline-bar';

const POLL_MS = 5_000;
const TICK_MS = 250;
const SPEEDS = [0.5, 1, 2, 4, 8] as const;
const NEAR_LIVE_MS = 3_000;
const SEEK_PAUSE_MS = 300;

/**
 * Going back in what was recorded, below the picture of the watch page. The live picture goes on underneath. Its attribute `data-rewind` is
 * `live`, `loading`, `playing` or `paused`, and `data-at` the moment that is shown.
 */
export class RewindElement extends LightElement {
  static override properties = {
    camera: { attribute: false },
    allowed: { attribute: false },
    recording: { attribute: false },
    hears: { attribute: false },
    owner: { attribute: false },
    _spans: { state: true },
    _nowMs: { state: true },
    _problem: { state: true },
  };

  declare camera: string;
  /** Whether this viewer may see what was recorded. */
  declare allowed: boolean;
  /** Whether the camera is recorded now. */
  declare recording: boolean;
  /** Whether the viewer hears the live picture. */
  declare hears: boolean;
  /** Whether this viewer may cut clips. */
  declare owner: boolean;
  private declare _spans: readonly Span[];
  private declare _nowMs: number;
  private declare _problem: string;
  #player: RewindPlayer | undefined;
  #source: RecordingSource | undefined;
  #aimMs: number | undefined;
  /** Whether the aim has not been sought yet. */
  #aimed = false;
  #seeking = false;
  #silenced = false;
  #clockAheadMs = 0;
  #timers: ReturnType<typeof setInterval>[] = [];
  readonly #keys = (event: KeyboardEvent) => this.#pressed(event);

  constructor() {
    super();
    this.camera = '';
    this.allowed = false;
    this.recording = false;
    this.hears = false;
    this.owner = false;
    this._spans = [];
    this._nowMs = Date.now();
    this._problem = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    this.goLive();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.owner) {
      void need('fanlight-clips');
    }
    if (changed.has('camera') || changed.has('allowed')) {
      this.#stop();
      if (this.allowed && this.camera !== '') {
        this.#begin();
      }
    }
  }

  /** Shows a moment of the recording, or what comes next. */
  async show(ms: number): Promise<void> {
    const at = recordedAt(this._spans, ms);
    if (at === undefined || this.#source === undefined) {
      this._problem = WORDS.recording.nothingYet;
      return;
    }
    if (ms > this._nowMs - NEAR_LIVE_MS) {
      this.goLive();
      return;
    }
    this._problem = '';
    this.#aimMs = at;
    this.#aimed = true;
    this.#tick();
    if (!this.#seeking) {
      this.#seeking = true;
      await this.#follow().catch(() => this.#failed(WORDS.recording.unreachable));
      this.#seeking = false;
      this.#tick();
    }
  }

  /** Seeks what is aimed at, one after the other: a finger on the timeline aims faster than the relay may be asked. */
  async #follow(): Promise<void> {
    while (this.#aimMs !== undefined && this.#aimed) {
      const aimMs = this.#aimMs;
      this.#aimed = false;
      const player = await this.#opened();
      await player?.seek(aimMs);
      void player?.video.play().catch(() => undefined);
      await new Promise((done) => setTimeout(done, SEEK_PAUSE_MS));
    }
  }

  /** Shows the live picture again, at once. */
  goLive(): void {
    const video = this.#player?.video;
    this.#player?.close();
    this.#player = undefined;
    video?.remove();
    this.#aimMs = undefined;
    if (this.#silenced) {
      this.#silenced = false;
      this.#act('mute');
    }
    this.#tick();
  }

  protected override render(): TemplateResult {
    const sign = this.recording
      ? html`<span class="fl-recording" title=${WORDS.recording.hint}><span aria-hidden="true">●</span> ${WORDS.recording.sign}</span>`
      : nothing;
    return html`<div class="fl-rewind" ?hidden=${!this.recording && !this.allowed}>
      ${this.allowed ? this.#controls() : nothing}${sign}
    </div>`;
  }

  #controls(): TemplateResult {
    const range = rangeOf(this._spans, this._nowMs);
    const at = this.#atMs();
    return html`
      ${timelineBar({ range, spans: this._spans, atMs: at, words: this.#words() }, (ms) => void this.show(ms))}
      <div class="fl-rewind-row" role="group" aria-label=${WORDS.recording.sign}>
        <button type="button" class="fl-button" @click=${() => this.#step(-STEP_MS)}>${WORDS.recording.back}</button>
        <button type="button" class="fl-button" ?disabled=${this.#aimMs === undefined} @click=${() => this.#step(STEP_MS)}>${WORDS.recording.forward}</button>
        <button type="button" class="fl-button" ?disabled=${this.#aimMs === undefined}
          aria-label=${this.#paused() ? WORDS.recording.play : WORDS.recording.pause} @click=${() => this.#toggle()}>${icon(this.#paused() ? 'play' : 'pause')}</button>
        <label class="fl-rewind-speed">${WORDS.recording.speed}
          <select ?disabled=${this.#aimMs === undefined} @change=${this.#chosen}>
            ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === 1}>×${speed}</option>`)}
          </select></label>
        <label class="fl-rewind-jump">${WORDS.recording.goTo}
          <input type="datetime-local" step="1" @change=${this.#jumped} /></label>
        <span class="fl-rewind-at" role="status">${this._problem || this.#words()}</span>
        ${this.owner ? html`<fanlight-clips .camera=${this.camera} .at=${() => this.#atMs()}></fanlight-clips>` : nothing}
        <button type="button" class="fl-button fl-rewind-live" ?disabled=${this.#aimMs === undefined} @click=${() => this.goLive()}>${WORDS.recording.live}</button>
      </div>`;
  }

  #words(): string {
    const at = this.#atMs();
    return this.#aimMs === undefined
      ? WORDS.recording.live
      : `${timeOf(at)}, ${agoWords((this._nowMs - at) * 1000)}`;
  }

  #atMs(): number {
    if (this.#aimMs === undefined) {
      return this._nowMs;
    }
    const video = this.#player?.video;
    return video === undefined || video.seeking || video.currentTime === 0
      ? this.#aimMs
      : (this.#player?.atMs ?? this.#aimMs);
  }

  #paused(): boolean {
    return this.#player?.video.paused ?? false;
  }

  #begin(): void {
    const fetcher: typeof fetch = (url, init) => fetch(url, init);
    this.#source = new RecordingSource(new ApiClient(fetcher), fetcher, this.camera);
    const poll = () => void this.#poll();
    this.#timers = [setInterval(poll, POLL_MS), setInterval(() => this.#tick(), TICK_MS)];
    document.addEventListener('keydown', this.#keys);
    poll();
  }

  #stop(): void {
    this.#timers.forEach(clearInterval);
    this.#timers = [];
    document.removeEventListener('keydown', this.#keys);
  }

  async #poll(): Promise<void> {
    if (document.hidden) {
      return;
    }
    try {
      const recording = await this.#source?.recording();
      this._spans = recording?.spans ?? [];
      this.#clockAheadMs = (recording?.now ?? Date.now()) - Date.now();
    } catch {
      // The next one may succeed; what is known stays.
    }
  }

  async #opened(): Promise<RewindPlayer | undefined> {
    if (this.#player !== undefined || this.#source === undefined) {
      return this.#player;
    }
    const { RewindPlayer } = await import('./rewind-player');
    if (this.#aimMs === undefined) {
      // Back to live meanwhile.
      return undefined;
    }
    const video = document.createElement('video');
    video.className = 'fl-rewind-video';
    video.playsInline = true;
    video.muted = !this.hears;
    if (this.hears) {
      this.#silenced = true;
      this.#act('mute');
    }
    document.querySelector('.fl-frame')?.append(video);
    this.#player = new RewindPlayer(this.#source, this._spans[0]?.from ?? 0, video, {
      onFailed: (message) => this.#failed(message),
    });
    return this.#player;
  }

  #failed(message: string): void {
    this.goLive();
    this._problem = message;
  }

  #step(ms: number): void {
    void this.show(this.#atMs() + ms);
  }

  #toggle(): void {
    const video = this.#player?.video;
    if (video?.paused === true) {
      void video.play().catch(() => undefined);
    } else {
      video?.pause();
    }
    this.#tick();
  }

  #chosen(event: Event): void {
    const video = this.#player?.video;
    if (video !== undefined && event.target instanceof HTMLSelectElement) {
      video.playbackRate = Number(event.target.value);
      video.defaultPlaybackRate = video.playbackRate;
    }
  }

  #jumped(event: Event): void {
    const ms = event.target instanceof HTMLInputElement ? new Date(event.target.value).getTime() : Number.NaN;
    if (!Number.isNaN(ms)) {
      void this.show(ms);
    }
  }

  #pressed(event: KeyboardEvent): void {
    const key = rewindKey(event);
    if (key === 'back' || (key === 'forward' && this.#aimMs !== undefined)) {
      event.preventDefault();
      this.#step(key === 'back' ? -STEP_MS : STEP_MS);
    } else if (key === 'live' && this.#aimMs !== undefined) {
      this.goLive();
    }
  }

  #act(action: string): void {
    this.dispatchEvent(new CustomEvent('fl-act', { detail: action, bubbles: true }));
  }

  #tick(): void {
    this._nowMs = Date.now() + this.#clockAheadMs;
    const video = this.#player?.video;
    const shown = video === undefined ? 'loading' : video.paused ? 'paused' : 'playing';
    this.dataset['rewind'] = this.#aimMs === undefined ? 'live' : shown;
    this.dataset['at'] = String(Math.round(this.#atMs()));
  }
}
