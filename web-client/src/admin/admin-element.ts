import { html, type TemplateResult } from 'lit';
import { ApiClient, asProblem } from '../api/api-client';
import { LightElement } from '../ui/widget/light-element';
import { type Place, placeOf, SECTIONS, type SectionName } from './admin-location';
import { sectionOf } from './section-of';

/** Who sits before the page. */
type Visitor = 'unknown' | 'setting_up' | 'signed_out' | 'owner' | 'unreachable';

const RETRY_MS = 3000;

/** The owner's page. `data-visitor` tells who it takes the reader for. */
export class AdminElement extends LightElement {
  static override properties = { _visitor: { state: true }, _section: { state: true } };

  private declare _visitor: Visitor;
  private declare _section: SectionName;
  readonly #api = new ApiClient((url, init) => fetch(url, init));
  readonly #abort = new AbortController();
  #secret = '';

  constructor() {
    super();
    this._visitor = 'unknown';
    this._section = 'cameras';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', () => this.#go(placeOf(location.hash)), { signal: this.#abort.signal });
    this.#go(placeOf(location.hash));
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
        return this.#door(html`<p class="ad-muted" role="status">One moment…</p>`);
      case 'unreachable':
        return this.#door(html`<p role="alert">The relay does not answer. This page goes on by itself.</p>`);
      case 'setting_up':
        return this.#door(html`<fanlight-setup .api=${this.#api} .secret=${this.#secret}
          @fl-signed-in=${this.#signedIn}></fanlight-setup>`);
      case 'signed_out':
        return this.#door(
          html`<fanlight-sign-in .api=${this.#api} @fl-signed-in=${this.#signedIn}></fanlight-sign-in>`,
        );
      case 'owner':
        return this.#page();
    }
  }

  protected override updated(): void {
    this.querySelector('.ad-tab[aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #door(content: TemplateResult): TemplateResult {
    return html`<main class="ad-door"><h1>Fanlight relay</h1>${content}</main>`;
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

  #go(place: Place): void {
    if (place.kind === 'section') {
      this._section = place.section;
      return;
    }
    this.#secret = place.secret;
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
