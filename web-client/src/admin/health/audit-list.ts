import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { adminIcon } from '../section/admin-icon';
import { AdminSection } from '../section/admin-section';
import { dateWords, sinceWords } from '../section/formats';
import { AuditNameLookup } from './audit-name-lookup';
import { type AuditKind, type AuditNames, auditKind, auditWords } from './audit-words';

type Entry = components['schemas']['AuditEntry'];

/** A page of entries, and what their ids stand for. */
interface AuditPage {
  readonly entries: readonly Entry[];
  /** Whether there may be older ones. */
  readonly full: boolean;
  readonly names: AuditNames;
}

/** What is shown of the log. */
type Filter = 'all' | 'alerts' | Exclude<AuditKind, 'other'>;

const FILTERS: Readonly<Record<Filter, string>> = {
  all: 'Everything',
  alerts: 'Alerts',
  camera: 'Cameras',
  link: 'Links',
  chat: 'People and chat',
  owner: 'Sign-ins and passwords',
};

const PAGE = 50;
/** Entries that are looked through for those of one kind. */
const FILTERED_PAGE = 200;

/** What happened, newest first, in pages. */
export class AuditList extends AdminSection<AuditPage> {
  #before: number | undefined;
  #filter: Filter = 'all';
  readonly #names = new AuditNameLookup(() => this.api);

  protected override async load(): Promise<AuditPage> {
    const filter = this.#filter;
    const limit = filter === 'all' || filter === 'alerts' ? PAGE : FILTERED_PAGE;
    const query = {
      limit,
      alerts: filter === 'alerts',
      ...(this.#before !== undefined && { before: this.#before }),
    };
    const found = await this.api.call('get', '/audit', { query });
    const entries =
      filter === 'all' || filter === 'alerts' ? found : found.filter((entry) => auditKind(entry) === filter);
    return { entries, full: found.length === limit, names: await this.#names.of(entries) };
  }

  protected override content({ entries, full, names }: AuditPage): TemplateResult {
    const oldest = entries.at(-1)?.id;
    return html`<section aria-label="What happened">
      <div class="ad-section-head">
        <h2>What happened</h2>
        <label class="ad-filter"><span class="fl-unseen">Show</span>
          <select class="fl-field" @change=${this.#choose}>
            ${Object.entries(FILTERS).map(([value, words]) => html`<option value=${value} ?selected=${value === this.#filter}>${words}</option>`)}
          </select>
        </label>
      </div>
      ${entries.length === 0 ? html`<p class="ad-muted">Nothing yet.</p>` : nothing}
      <ol class="ad-log">${entries.map((entry) => auditLine(entry, names))}</ol>
      <div class="ad-row">
        ${this.#before === undefined ? nothing : html`<button class="fl-button fl-button-text" type="button" @click=${() => this.#go(undefined)}>Newest</button>`}
        ${full && oldest !== undefined ? html`<button class="fl-button fl-button-text" type="button" @click=${() => this.#go(oldest)}>Older</button>` : nothing}
      </div>
    </section>`;
  }

  #choose(event: Event): void {
    this.#filter = (event.target as HTMLSelectElement).value as Filter;
    this.#go(undefined);
  }

  #go(before: number | undefined): void {
    this.#before = before;
    void this.poller.refresh();
  }
}

function auditLine(entry: Entry, names: AuditNames): TemplateResult {
  const { time, alert } = entry;
  const { actor, act, camera } = auditWords(entry, names);
  return html`<li class=${alert ? 'ad-log-alert' : ''}>
    <time title=${dateWords(time)}>${sinceWords(time, Date.now())}</time>
    <span>
      ${alert ? html`${adminIcon('warning')}<span class="fl-unseen">Alert: </span>` : nothing}
      <bdi>${actor}</bdi> <bdi>${act}</bdi>${camera === undefined ? nothing : html` <span class="ad-muted">· <bdi>${camera}</bdi></span>`}
    </span>
  </li>`;
}
