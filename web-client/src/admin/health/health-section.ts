import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { fan } from '../../ui/widget/fan';
import { icon } from '../../ui/widget/icon';
import { AdminSection } from '../section/admin-section';
import { bytesWords, clockWords, dateWords, percentWords, spanWords } from '../section/formats';
import { type Assessment, assess, type Finding } from './assessment';
import { bar, graphTile } from './graph';
import { healthTiles } from './health-tiles';
import { reportText } from './report-text';

type Schemas = components['schemas'];
type Sample = Schemas['HealthSample'];

const HOUR_MS = 3_600_000;
const LEAST_SPAN_MS = 600_000;

interface Health {
  readonly status: Schemas['Status'];
  readonly cameras: readonly Schemas['Camera'][];
  readonly history: readonly Sample[];
}

/** How the relay and its cameras are: a assessment, graphs of the last hour, what happened, and the computer. */
export class HealthSection extends AdminSection<Health> {
  protected override async load(): Promise<Health> {
    const [status, cameras, history] = await Promise.all([
      this.api.call('get', '/status'),
      this.api.call('get', '/cameras'),
      this.api.call('get', '/health/history'),
    ]);
    return { status, cameras, history };
  }

  protected override content({ status, cameras, history }: Health): TemplateResult {
    const nowMs = Date.now();
    const sample = history.at(-1);
    const spanMs = spanOf(history, nowMs);
    const assessment = assess(cameras, status, sample, nowMs);
    return html`
      ${this.#assessment(assessment, status, sample)}
      <div class="ad-graphs">
        ${healthTiles(history).map((tile) => graphTile(tile, nowMs, spanMs, clockWords(nowMs - spanMs)))}
      </div>
      <div class="ad-health-cols">
        <fanlight-audit .api=${this.api} .delayed=${this.delayed}></fanlight-audit>
        <section aria-label="This server">
          <div class="ad-section-head"><h2>This server</h2></div>
          <div class="ad-meters">${sample === undefined ? nothing : loads(sample)} ${facts(status)}</div>
        </section>
      </div>
    `;
  }

  #assessment(assessment: Assessment, status: Schemas['Status'], sample: Sample | undefined): TemplateResult {
    const { title, panes, findings } = assessment;
    return html`<section class="ad-assessment" aria-label="Assessment">
      <div class="ad-assessment-fan">${fan(panes)}</div>
      <div class="ad-grow">
        <h2>${title}</h2>
        ${findings.length === 0 ? nothing : html`<ul>${findings.map(findingLine)}</ul>`}
      </div>
      <button class="fl-button fl-button-text" type="button" @click=${() => this.#copy(assessment, status, sample)}>${icon('copy')} Copy report</button>
    </section>`;
  }

  #copy(assessment: Assessment, status: Schemas['Status'], sample: Sample | undefined): void {
    void this.act('Report copied.', () =>
      navigator.clipboard.writeText(reportText(assessment, status, sample)),
    );
  }
}

/** As far as the history goes, ten minutes at least and an hour at most. */
function spanOf([first]: readonly Sample[], nowMs: number): number {
  const ageMs = first === undefined ? 0 : nowMs - first.time;
  return Math.min(HOUR_MS, Math.max(LEAST_SPAN_MS, ageMs));
}

function findingLine({ words, todo, place }: Finding): TemplateResult {
  return html`<li><bdi>${words}</bdi> ${place === undefined ? html`<span class="ad-muted">${todo}</span>` : html`<a href=${`#${place}`}>${todo}</a>`}</li>`;
}

function loads({ cpu, memory, memory_max, disk, disk_free }: Sample): TemplateResult {
  return html`
    ${cpu === undefined ? nothing : meter('Processor', percentWords(cpu), cpu)}
    ${meter('Memory', `${bytesWords(memory)} of ${bytesWords(memory_max)}`, memory / Math.max(1, memory_max))}
    ${meter('Disk', `${bytesWords(disk - disk_free)} of ${bytesWords(disk)}`, (disk - disk_free) / Math.max(1, disk))}
  `;
}

function facts(status: Schemas['Status']): TemplateResult {
  return html`
    ${fact('Sent since the start', bytesWords(status.bytes_out))}
    ${fact('Received since the start', bytesWords(status.bytes_in))}
    ${fact('Certificate', certificateWords(status.certificate))}
    ${fact('Alerts in the last 24 hours', String(status.alerts))}
    ${fact('Running for', `${spanWords(status.uptime_ms)}, version ${status.version}`)}
  `;
}

function meter(name: string, value: string, part: number): TemplateResult {
  return html`<div class="ad-meter"><span>${name}</span><b>${value}</b>${bar(part)}</div>`;
}

function fact(name: string, value: string): TemplateResult {
  return html`<div class="ad-meter"><span>${name}</span><span class="ad-meter-value"><bdi>${value}</bdi></span></div>`;
}

function certificateWords({ mode, not_after }: Schemas['Status']['certificate']): string {
  if (mode === 'proxy') {
    return 'the proxy in front has one';
  }
  const until = not_after === undefined ? '' : ` until ${dateWords(not_after)}`;
  switch (mode) {
    case 'acme':
      return `public, renews itself${until}`;
    case 'files':
      return `from files${until}`;
    default:
      return `the server’s own${until}`;
  }
}
