import { html, type TemplateResult } from 'lit';
import { ApiClient, asProblem } from '../api/api-client';
import { Countdown } from '../ui/widget/countdown';
import { LightElement } from '../ui/widget/light-element';
import { type AdminLocation, locationOf, SECTIONS, type SectionName } from './admin-location';
import { sectionOf } from './section-of';

/** The state of the visitor's session. */
type Visitor = 'unknown' | 'setting_up' | 'signed_out' | 'owner' | 'unreachable';

const RETRY_MS = 3000;

/** The admin page. `data-visitor` is the state of the session. */
export class AdminElement extends LightElement {
  static override properties = { _visitor: { state: true }, _section: { state: true } };

  private declare _visitor: Visitor;
  private declare _section: SectionName;
  readonly #api = new ApiClient((url, init) => fetch(url, init));
  readonly #abort = new AbortController();
  readonly #countdown = new Countdown(this);
  #secret = '';

  constructor() {
    super();
    this._visitor = 'unknown';
    this._section = 'cameras';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', () => this.#go(locationOf(location.hash)), { signal: this.#abort.signal });
    this.#go(locationOf(location.hash));
    void this.#recheck();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
  }

  protected override render(): TemplateResult {
    this.dataset['visitor'] = this._visitor;
    document.title = `${this._visitor === 'owner' ? SECTIONS[this._section] : 'Relay'} — Fanlight`;
    switch (this._visitor) {
      case 'unknown':
        return this.#centered(html`<p class="ad-muted" role="status">Loading…</p>`);
      case 'unreachable':
        return this.#centered(
          html`<p><span role="alert">The relay is not responding.</span> ${this.#countdown.words}</p>`,
        );
      case 'setting_up':
        return this.#centered(html`<fanlight-setup .api=${this.#api} .secret=${this.#secret}
          @fl-signed-in=${this.#signedIn}></fanlight-setup>`);
      case 'signed_out':
        return this.#centered(
          html`<fanlight-sign-in .api=${this.#api} @fl-signed-in=${this.#signedIn}></fanlight-sign-in>`,
        );
      case 'owner':
        return this.#page();
    }
  }

  protected override updated(): void {
    this.querySelector('.ad-tab[aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #centered(content: TemplateResult): TemplateResult {
    return html`<main class="ad-entry"><h1>Fanlight relay</h1>${content}</main>`;
  }

  #page(): TemplateResult {
    const names = Object.keys(SECTIONS) as SectionName[];
    return html`<a class="fl-skip" href="#ad-main" @click=${this.#skip}>Skip to content</a>
      <div class="ad-page">
        <header class="ad-head">
          <h1>Fanlight relay</h1>
          <nav aria-label="Sections">
            ${names.map(
              (name) =>
                html`<a class="ad-tab" href="#${name}" aria-current=${name === this._section ? 'page' : 'false'}>${SECTIONS[name]}</a>`,
            )}
          </nav>
        </header>
        <main id="ad-main" class="ad-main" tabindex="-1" @fl-recheck=${this.#recheck} @fl-signed-out=${this.#signedOut}>
          <h2>${SECTIONS[this._section]}</h2>
          ${sectionOf(this._section, this.#api)}
        </main>
      </div>`;
  }

  #go(target: AdminLocation): void {
    if (target.kind === 'section') {
      this._section = target.section;
      return;
    }
    this.#secret = target.secret;
    history.replaceState(null, '', location.pathname);
    this._visitor = 'setting_up';
  }

  readonly #recheck = async (): Promise<void> => {
    if (this._visitor === 'setting_up') {
      return;
    }
    try {
      const { signed_in } = await this.#api.call('get', '/owner');
      this._visitor = signed_in ? 'owner' : 'signed_out';
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
    this.#secret = '';
    this._visitor = 'owner';
  };

  readonly #signedOut = (): void => {
    this._visitor = 'signed_out';
  };

  #skip(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>('#ad-main')?.focus();
  }
}
