import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { AdminSection } from '../section/admin-section';
import { dateWords, spanWords } from '../section/formats';

type Status = components['schemas']['Status'];

const number = new Intl.NumberFormat();

/** The state of the relay, and its audit log. */
export class HealthSection extends AdminSection<Status> {
  protected override load(): Promise<Status> {
    return this.api.call('get', '/status');
  }

  protected override content(status: Status): TemplateResult {
    return html`
      <section class="ad-card" aria-label="Status">
        <dl class="ad-facts">
          ${facts(status).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
        </dl>
        ${(status.gateway_problems ?? []).map((problem) => html`<p class="ad-error">△ ${problem}</p>`)}
        ${
          status.store_problem === undefined
            ? nothing
            : html`<p class="ad-error" role="alert">△ The relay cannot store anything: ${status.store_problem}.
                Viewing continues; chat messages and changes are refused until the store can be written to.</p>`
        }
      </section>
      ${certificate(status.certificate)}
      <fanlight-audit .api=${this.api}></fanlight-audit>
    `;
  }
}

function facts(status: Status): readonly (readonly [name: string, value: string])[] {
  return [
    ['Version', status.version],
    ['Uptime', spanWords(status.uptime_ms)],
    ['Cameras online', number.format(status.cameras_online)],
    ['Cameras with a slow connection', number.format(status.cameras_slow)],
    ['Viewers', number.format(status.viewers)],
    ['Frames received', number.format(status.frames_in)],
    ['Frames sent', number.format(status.frames_out)],
    ['Frames dropped for slow viewers', number.format(status.frames_dropped)],
    ['Alerts in the last 24 hours', number.format(status.alerts)],
  ];
}

const CERTIFICATES: Readonly<Record<string, string>> = {
  own: 'From this relay’s own authority',
  files: 'From files on the relay’s computer',
  acme: 'From a public authority, renewed automatically',
  proxy: 'The proxy in front of this relay has its own certificate',
};

function certificate({ mode, names = [], not_after, problem }: Status['certificate']): TemplateResult {
  return html`<section class="ad-card" aria-label="Certificate">
    <h3>Certificate</h3>
    <p>${CERTIFICATES[mode] ?? mode}${names.length === 0 ? nothing : html` for <bdi>${names.join(', ')}</bdi>`}${
      not_after === undefined ? nothing : `, valid until ${dateWords(not_after)}`
    }</p>
    ${problem === undefined ? nothing : html`<p class="ad-error">△ ${problem}</p>`}
  </section>`;
}
