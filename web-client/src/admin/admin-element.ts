import { html, nothing, type TemplateResult } from 'lit';
import { ApiClient, asProblem } from '../api/api-client';
import { SafeStorage } from '../state/storage';
import { Countdown } from '../ui/widget/countdown';
import { fan } from '../ui/widget/fan';
import { LightElement } from '../ui/widget/light-element';
import { type AdminLocation, locationOf, SECTIONS, sectionNameOf } from './admin-location';
import { adminIcon } from './section/admin-icon';
import { DelayedActs } from './section/delayed-acts';
import { sectionOf } from './section-of';
import { Appearance } from './shell/appearance';
import { morePage, type NavPlace, navigation } from './shell/navigation';
import { Notifier } from './shell/notifier';
import { RelayWatch } from './shell/relay-watch';

/** The state of the visitor's session. */
type Visitor = 'unknown' | 'setting_up' | 'signed_out' | 'owner' | 'unreachable';

const RETRY_MS = 3000;

/** The admin page. `data-visitor` is the state of the session. */
export class AdminElement extends LightElement {
  static override properties = { _visitor: { state: true }, _target: { state: true } };

  private declare _visitor: Visitor;
  private declare _target: AdminLocation;
  readonly #api = new ApiClient((url, init) => fetch(url, { ...init, keepalive: true }));
  readonly #storage = new SafeStorage(() => localStorage);
  readonly #abort = new AbortController();
  readonly #countdown = new Countdown(this);
  readonly #delayed = new DelayedActs(() => this.requestUpdate());
  readonly #notifier = new Notifier(this.#storage, globalThis.Notification);
  readonly #appearance = new Appearance(this.#storage, document.documentElement);
  readonly #watch = new RelayWatch(
    this,
    this.#api,
    () => this._visitor === 'owner',
    (events) => this.#notifier.show(events, (place) => this.#open(place)),
  );

  constructor() {
    super();
    this._visitor = 'unknown';
    this._target = { kind: 'section', section: 'cameras' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = this.#abort;
    this.#appearance.apply();
    addEventListener('hashchange', () => this.#go(locationOf(location.hash)), { signal });
    addEventListener('pagehide', () => this.#delayed.runAll(), { signal });
    this.#go(locationOf(location.hash));
    void this.#recheck();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.#delayed.runAll();
  }

  protected override render(): TemplateResult {
    this.dataset['visitor'] = this._visitor;
    document.title = `${this._visitor === 'owner' ? this.#title() : 'Server'} — Fanlight`;
    switch (this._visitor) {
      case 'unknown':
        return this.#card(html`<p class="ad-muted" role="status">Loading…</p>`, 0);
      case 'unreachable':
        return this.#card(
          html`<h1>The server is not responding</h1><p><span role="alert">Check your connection.</span> ${this.#countdown.words}</p>`,
          0,
        );
      case 'setting_up':
        return html`<fanlight-setup .api=${this.#api} .secret=${this.#secret()} @fl-signed-in=${this.#signedIn}></fanlight-setup>`;
      case 'signed_out':
        return html`<fanlight-sign-in .api=${this.#api} @fl-signed-in=${this.#signedIn}></fanlight-sign-in>`;
      case 'owner':
        return this.#page();
    }
  }

  #card(content: TemplateResult, lit: number): TemplateResult {
    return html`<main class="ad-alone"><div class="ad-card"><div class="ad-card-fan">${fan(lit)}</div>${content}</div></main>`;
  }

  #page(): TemplateResult {
    const places = this.#places();
    const title = this.#title();
    return html`<a class="fl-skip" href="#ad-main" @click=${this.#skip}>Skip to content</a>
      <div class="ad-shell">
        ${navigation(places, sectionNameOf(this._target), location.host, () => void this.#signOut())}
        <main id="ad-main" class="ad-main" tabindex="-1" @fl-recheck=${this.#recheck}>
          ${this._target.kind === 'add' ? html`<h1 class="fl-unseen">${title}</h1>` : this.#head(title)}
          ${this._target.kind === 'more' ? morePage(places, () => void this.#signOut()) : sectionOf(this._target, { api: this.#api, delayed: this.#delayed, appearance: this.#appearance, notifier: this.#notifier })}
        </main>
        <fanlight-undo .acts=${this.#delayed} .waiting=${this.#delayed.waiting}></fanlight-undo>
      </div>`;
  }

  #head(title: string): TemplateResult {
    const { _target: target } = this;
    const cameras = target.kind === 'section' && target.section === 'cameras';
    return html`<header class="ad-page-head">
      ${target.kind === 'camera' ? html`<a class="fl-button" href="#cameras" aria-label="Back to cameras">${adminIcon('back')}</a>` : nothing}
      <h1><bdi>${title}</bdi></h1>
      ${cameras ? html`<a class="fl-button fl-button-text fl-button-main" href="#add">${adminIcon('add')} Add camera</a>` : nothing}
    </header>`;
  }

  #title(): string {
    const { _target: target } = this;
    switch (target.kind) {
      case 'section':
        return SECTIONS[target.section];
      case 'add':
        return 'Add a camera';
      case 'more':
        return 'More';
      case 'camera':
        return (
          this.#watch.view?.cameras.find(({ camera }) => camera === target.camera)?.title ?? target.camera
        );
      case 'setup':
        return 'Server';
    }
  }

  #places(): readonly NavPlace[] {
    const { cameras = [], enrollments = [] } = this.#watch.view ?? {};
    const watching = cameras.reduce((sum, { viewers }) => sum + viewers, 0);
    const asks = enrollments.length > 0 ? { calls: 'a computer wants to join' } : {};
    return [
      {
        name: 'cameras',
        label: SECTIONS.cameras,
        icon: 'cameras',
        tally: cameras.length,
        more: false,
        ...asks,
      },
      { name: 'links', label: SECTIONS.links, icon: 'links', more: false },
      { name: 'people', label: SECTIONS.people, icon: 'people', tally: watching, more: false },
      { name: 'chat', label: SECTIONS.chat, icon: 'chat', more: true },
      { name: 'health', label: SECTIONS.health, icon: 'health', more: false },
      { name: 'settings', label: SECTIONS.settings, icon: 'settings', more: true },
    ];
  }

  #secret(): string {
    return this._target.kind === 'setup' ? this._target.secret : '';
  }

  #go(target: AdminLocation): void {
    this._target = target;
    if (target.kind === 'setup') {
      history.replaceState(null, '', location.pathname);
      this._visitor = 'setting_up';
    } else if (this._visitor === 'setting_up') {
      void this.#recheck();
    }
  }

  #open(place: string): void {
    location.hash = place;
  }

  readonly #recheck = async (): Promise<void> => {
    if (this._target.kind === 'setup') {
      return;
    }
    try {
      const { signed_in } = await this.#api.call('get', '/owner');
      this._visitor = signed_in ? 'owner' : 'signed_out';
      void this.#watch.look();
    } catch (caught) {
      if (asProblem(caught).code === 'unreachable') {
        this._visitor = this._visitor === 'owner' ? 'owner' : 'unreachable';
        this.#countdown.start(RETRY_MS);
        setTimeout(() => void this.#recheck(), RETRY_MS);
      } else {
        this._visitor = 'signed_out';
      }
    }
  };

  readonly #signedIn = (): void => {
    if (this._target.kind === 'setup') {
      this._target = { kind: 'section', section: 'cameras' };
    }
    this._visitor = 'owner';
    void this.#watch.look();
  };

  async #signOut(): Promise<void> {
    this.#delayed.runAll();
    try {
      await this.#api.call('delete', '/owner/session');
      this._visitor = 'signed_out';
    } catch (caught) {
      asProblem(caught);
      await this.#recheck();
    }
  }

  #skip(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>('#ad-main')?.focus();
  }
}
