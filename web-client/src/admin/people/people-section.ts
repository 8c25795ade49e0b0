import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { components } from '../../api/schema';
import type { BanHits } from '../../ui/chat/chat-menus';
import { agoWords } from '../../ui/widget/time-words';
import { AdminSection } from '../section/admin-section';
import { banHits } from './ban-hits';
import { type PersonAct, personDone, personMenu } from './person-menu';

type Schemas = components['schemas'];
type Viewer = Schemas['Viewer'];

const MOST_CAMERAS = 20;

interface CameraViewers {
  readonly camera: string;
  readonly viewers: readonly Viewer[];
}

interface People {
  readonly watched: readonly CameraViewers[];
  readonly labels: ReadonlyMap<string, string>;
}

const ROLES: Readonly<Record<Viewer['role'], string>> = {
  watch: 'Viewer',
  chat: 'Viewer, can chat',
  moderate: '◆ Moderator',
  owner: '★ Owner',
};

/** The current viewers, by camera. */
export class PeopleSection extends AdminSection<People> {
  protected override async load(): Promise<People> {
    const [cameras, links] = await Promise.all([
      this.api.call('get', '/cameras'),
      this.api.call('get', '/links'),
    ]);
    const open = cameras.filter((camera) => camera.viewers > 0).slice(0, MOST_CAMERAS);
    const watched = await Promise.all(
      open.map(async ({ camera }) => ({
        camera,
        viewers: await this.api.call('get', '/cameras/{camera}/viewers', { path: { camera } }),
      })),
    );
    return {
      watched,
      labels: new Map(links.map(({ id, label }) => [id, label === '' ? 'a link without a note' : label])),
    };
  }

  protected override content({ watched, labels }: People): TemplateResult {
    if (watched.length === 0) {
      return html`<p>No one is watching.</p>`;
    }
    return html`${watched.map(
      ({ camera, viewers }) => html`<section class="ad-card" aria-label=${camera}>
        <h3>${camera} <span class="ad-muted">${viewers.length} watching</span></h3>
        <ul class="ad-list ad-lines">
          ${repeat(
            viewers,
            (viewer) => `${viewer.person} ${viewer.since} ${viewer.address}`,
            (viewer) => this.#viewer(camera, viewer, labels, banHits(viewer, viewers)),
          )}
        </ul>
      </section>`,
    )}`;
  }

  #viewer(camera: string, viewer: Viewer, labels: People['labels'], hits: BanHits): TemplateResult {
    const { person, name, role, link, since, address } = viewer;
    const by = link === undefined ? 'without a link' : `via ${labels.get(link) ?? 'a deleted link'}`;
    return html`<li class="ad-row ad-line">
      <div class="ad-grow">
        <p><bdi class="ad-name">${name}</bdi> ${ROLES[role]}</p>
        <p class="ad-muted"><bdi>${by}</bdi> · ${agoWords((Date.now() - since) * 1000)} · ${address}</p>
      </div>
      ${
        role === 'owner'
          ? ''
          : html`<fanlight-menu .label=${`Actions for ${name}`} .groups=${personMenu(name, hits)}
              @fl-choose=${(event: CustomEvent<PersonAct>) => this.#do(camera, person, name, event.detail)}></fanlight-menu>`
      }
    </li>`;
  }

  #do(camera: string, person: string, name: string, act: PersonAct): void {
    void this.act(personDone(name, act), () =>
      act.type === 'ban'
        ? this.api.call('put', '/cameras/{camera}/bans/{person}', {
            path: { camera, person },
            body: { scope: act.scope ?? 'address' },
          })
        : this.api.call('put', '/cameras/{camera}/people/{person}/timeout', {
            path: { camera, person },
            body: { seconds: act.seconds },
          }),
    );
  }
}
