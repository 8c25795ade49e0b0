import { frameAddresses } from './frame-address';
import type { CommandMessage, PlayerCommand, PlayerReport } from './player-message';
import { reportIn } from './player-report';

const STYLE = `
  :host { display: flex; aspect-ratio: 16 / 9; background: #0b0e11; }
  :host([hidden]) { display: none; }
  iframe { border: 0; min-width: 0; height: 100%; }
  [part=video] { flex: 1; }
  [part=chat] { width: min(340px, 40%); }
`;
const ALLOWED = 'autoplay; fullscreen; picture-in-picture';
const NOTHING: PlayerReport = {
  state: 'connecting',
  paused: false,
  muted: true,
  volume: 1,
  latencyMs: undefined,
  viewers: undefined,
};

/**
 * A camera in a page of another site: a frame of the relay's own player, with what a `<video>` has of methods and properties. Parts: `video`,
 * `chat`. Events: `ready` once, `statechange`, `volumechange`, `latencychange`, `viewerschange`.
 */
export class PlayerElement extends HTMLElement {
  static readonly observedAttributes = ['src', 'chat'];

  readonly #root = this.attachShadow({ mode: 'open' });
  #video: HTMLIFrameElement | undefined;
  #report: PlayerReport | undefined;
  readonly #received = (event: MessageEvent) => this.#onMessage(event);

  /** Whether there are controls over the video. */
  protected get hasControls(): boolean {
    return true;
  }

  connectedCallback(): void {
    addEventListener('message', this.#received);
    this.#show();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#received);
    this.#clear();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) {
      this.#show();
    }
  }

  /** Name of the state: `live`, `offline`, `asleep` … */
  get state(): string {
    return this.#now.state;
  }

  get live(): boolean {
    return this.state === 'live';
  }

  get paused(): boolean {
    return this.#now.paused;
  }

  /** Age of the newest frame when it was drawn, in ms; undefined before it is known. */
  get latency(): number | undefined {
    return this.#now.latencyMs;
  }

  get viewers(): number | undefined {
    return this.#now.viewers;
  }

  get muted(): boolean {
    return this.#now.muted;
  }

  set muted(muted: boolean) {
    this.#send({ command: muted ? 'mute' : 'unmute' });
  }

  /** 0 to 1. */
  get volume(): number {
    return this.#now.volume;
  }

  set volume(value: number) {
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(`volume is 0 to 1, not ${value}`);
    }
    this.#send({ command: 'volume', value });
  }

  play(): void {
    this.#send({ command: 'play' });
  }

  pause(): void {
    this.#send({ command: 'pause' });
  }

  /** Plays the newest frame. */
  goLive(): void {
    this.#send({ command: 'live' });
  }

  get #now(): PlayerReport {
    return this.#report ?? NOTHING;
  }

  #show(): void {
    this.#clear();
    const frames = frameAddresses(
      this.getAttribute('src') ?? '',
      document.baseURI,
      (name) => this.getAttribute(name),
      this.hasControls,
    );
    if (frames === undefined) {
      return;
    }
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [style];
    this.#video = frame('video', frames.video, this.title || 'Live video');
    this.#root.append(this.#video);
    if (this.hasControls && ['', 'panel', '1'].includes(this.getAttribute('chat') ?? 'off')) {
      this.#root.append(frame('chat', frames.chat, 'Chat'));
    }
  }

  #clear(): void {
    this.#root.replaceChildren();
    this.#video = undefined;
    this.#report = undefined;
  }

  #send(command: PlayerCommand): void {
    const origin = this.#video === undefined ? undefined : new URL(this.#video.src).origin;
    if (origin !== undefined) {
      this.#video?.contentWindow?.postMessage({ fanlight: 1, ...command } satisfies CommandMessage, origin);
    }
  }

  #onMessage({ source, data }: MessageEvent): void {
    const report = reportIn(data);
    if (report === undefined || source === null || source !== this.#video?.contentWindow) {
      return;
    }
    const first = this.#report === undefined;
    const before = this.#now;
    this.#report = report;
    if (first) {
      this.#fire('ready');
    }
    const { state, paused, muted, volume, latencyMs, viewers } = report;
    if (first || before.state !== state || before.paused !== paused) {
      this.#fire('statechange');
    }
    if (before.muted !== muted || before.volume !== volume) {
      this.#fire('volumechange');
    }
    if (before.latencyMs !== latencyMs) {
      this.#fire('latencychange');
    }
    if (before.viewers !== viewers) {
      this.#fire('viewerschange');
    }
  }

  #fire(type: string): void {
    this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }
}

/** The video alone, without controls. */
export class VideoElement extends PlayerElement {
  protected override get hasControls(): boolean {
    return false;
  }
}

function frame(part: string, src: string, title: string): HTMLIFrameElement {
  const element = document.createElement('iframe');
  element.setAttribute('part', part);
  element.allow = ALLOWED;
  element.title = title;
  element.src = src;
  return element;
}
