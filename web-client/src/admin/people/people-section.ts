import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { components } from '../../api/schema';
import { adminIcon } from '../section/admin-icon';
import { AdminSection } from '../section/admin-section';
import { sinceWords, untilWords } from '../section/formats';
import { banHits } from './ban-hits';
import { carryOut } from './person-acts';
import { type PersonAct, personDone, personMenu } from './person-menu';

type Schemas = components['schemas'];
type Viewer = Schemas['Viewer'];

/** Most cameras whose viewers and bans are asked for. */
const MOST_CAMERAS = 20;

interface CameraPeople {
  readonly camera: string;
  readonly title: string;
  readonly viewers: readonly Viewer[];
  readonly bans: readonly Schemas['Ban'][];
}

interface People {
  readonly cameras: readonly CameraPeople[];
  /** Who links are for, by their ids. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Who watches now, and who is banned. */
export class PeopleSection extends AdminSection<People> {
  static override properties = { ...AdminSection.properties, _banned: { state: true } };

  private declare _banned: boolean;

  constructor() {
    super();
    this._banned = false;
  }

  protected override async load(): Promise<People> {
    const [cameras, links] = await Promise.all([
      this.api.call('get', '/cameras'),
      this.api.call('get', '/links'),
    ]);
    return {
      cameras: await Promise.all(cameras.slice(0, MOST_CAMERAS).map((camera) => this.#peopleOf(camera))),
      labels: new Map(links.map(({ id, label }) => [id, label])),
    };
  }

  protected override content({ cameras, labels }: People): TemplateResult {
    const bans = cameras.reduce((sum, { bans: its }) => sum + its.length, 0);
    return html`
      <div class="ad-row">
        <p class="ad-summary ad-grow"><span>${summary(cameras)}</span></p>
        <div class="ad-segments" role="group" aria-label="Show">
          <button type="button" aria-pressed=${String(!this._banned)} @click=${() => this.#show(false)}>Watching now</button>
          <button type="button" aria-pressed=${String(this._banned)} @click=${() => this.#show(true)}>Banned${bans === 0 ? '' : ` (${bans})`}</button>
        </div>
      </div>
      ${this._banned ? this.#bans(cameras) : this.#watching(cameras, labels)}
    `;
  }

  async #peopleOf({ camera, title, viewers }: Schemas['Camera']): Promise<CameraPeople> {
    const path = { camera };
    const [watching, bans] = await Promise.all([
      viewers > 0 ? this.api.call('get', '/cameras/{camera}/viewers', { path }) : [],
      this.#bansOf(camera) ?? this.api.call('get', '/cameras/{camera}/bans', { path }),
    ]);
    return { camera, title, viewers: watching, bans };
  }

  /** The bans that are known; they are asked for again only while they are shown. */
  #bansOf(camera: string): CameraPeople['bans'] | undefined {
    return this._banned ? undefined : this.poller.value?.cameras.find((one) => one.camera === camera)?.bans;
  }

  #watching(cameras: readonly CameraPeople[], labels: People['labels']): TemplateResult {
    const rows = cameras.flatMap((camera) => camera.viewers.map((viewer) => ({ camera, viewer })));
    if (rows.length === 0) {
      return html`<p class="ad-muted">People appear here as soon as they open a camera.</p>`;
    }
    return html`<div>
      <div class="ad-list-head ad-people-cols" aria-hidden="true"><span>Name</span><span>Watches</span><span>Came with</span><span>Since</span><span></span></div>
      <ul class="ad-rows">${repeat(
        rows,
        ({ camera, viewer }) => `${camera.camera} ${viewer.person} ${viewer.since} ${viewer.address}`,
        ({ camera, viewer }) => this.#viewer(camera, viewer, labels),
      )}</ul>
    </div>`;
  }

  #viewer(
    { camera, title, viewers }: CameraPeople,
    viewer: Viewer,
    labels: People['labels'],
  ): TemplateResult {
    const { person, name, role, since, address } = viewer;
    return html`<li class="ad-item ad-people-cols">
      <span class="ad-person"><bdi class="ad-title">${name === '' ? 'Another player' : name}</bdi>${roleMark(role)}</span>
      <span><bdi>${title}</bdi></span>
      <span class="ad-muted"><bdi>${cameWith(viewer, labels)}</bdi></span>
      <span class="ad-muted">${sinceWords(since, Date.now())} <span class="ad-address">${address}</span></span>
      <span class="ad-end">${
        role === 'owner' || name === ''
          ? nothing
          : html`<fanlight-menu .label=${`Actions for ${name}`} .groups=${personMenu(name, { hits: banHits(viewer, viewers), watches: true })}
              @fl-choose=${(event: CustomEvent<PersonAct>) => this.#do(camera, person, name, event.detail)}></fanlight-menu>`
      }</span>
    </li>`;
  }

  #bans(cameras: readonly CameraPeople[]): TemplateResult {
    const rows = cameras.flatMap((camera) => camera.bans.map((ban) => ({ camera, ban })));
    if (rows.length === 0) {
      return html`<p class="ad-muted">No one is banned. A ban lasts 24 hours.</p>`;
    }
    return html`<ul class="ad-rows">${rows.map(
      ({
        camera: { camera, title },
        ban: { person, name, until },
      }) => html`<li class="ad-item ad-people-cols">
        <span class="ad-title"><bdi>${name}</bdi></span>
        <span><bdi>${title}</bdi></span>
        <span class="ad-muted">ends ${untilWords(until, Date.now())}</span>
        <span></span>
        <span class="ad-end"><button class="fl-button fl-button-text" type="button" @click=${() => this.#lift(camera, person, name)}>Lift ban</button></span>
      </li>`,
    )}</ul>`;
  }

  #show(banned: boolean): void {
    this._banned = banned;
    void this.poller.refresh();
  }

  #lift(camera: string, person: string, name: string): void {
    void this.act(`${name} is no longer banned.`, () =>
      this.api.call('delete', '/cameras/{camera}/bans/{person}', { path: { camera, person } }),
    );
  }

  #do(camera: string, person: string, name: string, act: PersonAct): void {
    void this.act(personDone(name, act), () => carryOut(this.api, camera, person, act));
  }
}

function summary(cameras: readonly CameraPeople[]): string {
  const people = cameras.reduce((sum, { viewers }) => sum + viewers.length, 0);
  const watched = cameras.filter(({ viewers }) => viewers.length > 0).length;
  if (people === 0) {
    return 'No one is watching.';
  }
  const who = people === 1 ? '1 person is watching' : `${people} people are watching`;
  return `${who} ${watched === 1 ? 'one camera' : `${watched} cameras`}.`;
}

function roleMark(role: Viewer['role']): TemplateResult | typeof nothing {
  switch (role) {
    case 'moderate':
      return html`<span class="ad-role">${adminIcon('moderator')}Moderator</span>`;
    case 'owner':
      return html`<span class="ad-role ad-role-owner">Owner</span>`;
    case 'watch':
      return html`<span class="ad-muted">can’t chat</span>`;
    case 'chat':
      return nothing;
  }
}

function cameWith({ link, role }: Viewer, labels: People['labels']): string {
  if (role === 'owner') {
    return 'Signed in here';
  }
  if (link === undefined) {
    return 'No link';
  }
  const label = labels.get(link);
  if (label === undefined) {
    return 'A deleted link';
  }
  return label === '' ? 'A link without a name' : `Link “${label}”`;
}
