import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { AdminSection } from '../section/admin-section';
import { dateWords } from '../section/formats';

type Entry = components['schemas']['AuditEntry'];

const PAGE = 50;

/** The audit log, newest first, in pages. */
export class AuditList extends AdminSection<readonly Entry[]> {
  #before: number | undefined;
  #alerts = false;

  protected override load(): Promise<readonly Entry[]> {
    const query = {
      limit: PAGE,
      alerts: this.#alerts,
      ...(this.#before !== undefined && { before: this.#before }),
    };
    return this.api.call('get', '/audit', { query });
  }

  protected override content(entries: readonly Entry[]): TemplateResult {
    const oldest = entries.at(-1)?.id;
    return html`<section class="ad-card" aria-label="Audit log">
      <div class="ad-row">
        <h3>Audit log</h3>
        <span class="fl-spacer"></span>
        <label class="ad-check"><input type="checkbox" @change=${this.#filter} .checked=${this.#alerts} /> Alerts only</label>
      </div>
      ${entries.length === 0 ? html`<p class="ad-muted">No entries.</p>` : nothing}
      <ul class="ad-list ad-lines">${entries.map((entry) => auditLine(entry))}</ul>
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

function auditLine({ time, actor, act, camera, target, alert }: Entry): TemplateResult {
  return html`<li class="ad-row ad-line">
    <span class="ad-muted">${dateWords(time)}</span>
    ${alert ? html`<span class="fl-badge fl-badge-behind"><span aria-hidden="true">△</span> Alert</span>` : nothing}
    <span><bdi>${actor}</bdi>: ${act}${camera === undefined ? nothing : html` · ${camera}`}${
      target === undefined ? nothing : html` · <bdi>${target}</bdi>`
    }</span>
  </li>`;
}
