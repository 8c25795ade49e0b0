import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { AdminSection } from '../section/admin-section';
import { dateWords } from '../section/formats';
import { AuditNameLookup } from './audit-name-lookup';
import { type AuditNames, auditWords } from './audit-words';

type Entry = components['schemas']['AuditEntry'];

/** A page of entries, and what their ids stand for. */
interface AuditPage {
  readonly entries: readonly Entry[];
  readonly names: AuditNames;
}

const PAGE = 50;

/** The audit log, newest first, in pages. */
export class AuditList extends AdminSection<AuditPage> {
  #before: number | undefined;
  #alerts = false;
  readonly #names = new AuditNameLookup(() => this.api);

  protected override async load(): Promise<AuditPage> {
    const query = {
      limit: PAGE,
      alerts: this.#alerts,
      ...(this.#before !== undefined && { before: this.#before }),
    };
    const entries = await this.api.call('get', '/audit', { query });
    return { entries, names: await this.#names.of(entries) };
  }

  protected override content({ entries, names }: AuditPage): TemplateResult {
    const oldest = entries.at(-1)?.id;
    return html`<section class="ad-card" aria-label="Audit log">
      <div class="ad-row">
        <h3>Audit log</h3>
        <span class="fl-spacer"></span>
        <label class="ad-check"><input type="checkbox" @change=${this.#filter} .checked=${this.#alerts} /> Alerts only</label>
      </div>
      ${entries.length === 0 ? html`<p class="ad-muted">No entries.</p>` : nothing}
      <ul class="ad-list ad-lines">${entries.map((entry) => auditLine(entry, names))}</ul>
      <div class="ad-row">
        ${this.#before === undefined ? nothing : html`<button class="fl-button fl-button-text" type="button" @click=${() => this.#go(undefined)}>Newest</button>`}
        ${entries.length < PAGE ? nothing : html`<button class="fl-button fl-button-text" type="button" @click=${() => this.#go(oldest)}>Older</button>`}
      </div>
    </section>`;
  }

  #filter(event: Event): void {
    this.#alerts = (event.target as HTMLInputElement).checked;
    this.#go(undefined);
  }

  #go(before: number | undefined): void {
    this.#before = before;
    void this.poller.refresh();
  }
}

function auditLine(entry: Entry, names: AuditNames): TemplateResult {
  const { time, camera, alert } = entry;
  const { actor, act } = auditWords(entry, names);
  return html`<li class="ad-row ad-line">
    <span class="ad-muted">${dateWords(time)}</span>
    ${alert ? html`<span class="fl-badge fl-badge-behind"><span aria-hidden="true">△</span> Alert</span>` : nothing}
    <span><bdi>${actor}</bdi> <bdi>${act}</bdi>${camera === undefined ? nothing : html` · ${camera}`}</span>
  </li>`;
}
