import { html, type nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { components } from '../../api/schema';
import { watchPath } from '../../entry/page-address';
import { fan } from '../../ui/widget/fan';
import { adminIcon } from '../section/admin-icon';
import { AdminSection } from '../section/admin-section';
import { rateWords } from '../section/formats';
import { RateMeter } from '../section/rate-meter';
import { cameraTile, type TileAct } from './camera-tile';
import { enrollmentCard } from './enrollment-card';

type Schemas = components['schemas'];
type Camera = Schemas['Camera'];

interface Cameras {
  readonly cameras: readonly Camera[];
  readonly enrollments: readonly Schemas['Enrollment'][];
  /** Bits a second that the relay sends, once that is known. */
  readonly sending: number | undefined;
}

/** The overview: every camera with its picture, how it is and who watches, and the computers that ask to join. */
export class CamerasSection extends AdminSection<Cameras> {
  readonly #sent = new RateMeter();

  protected override async load(): Promise<Cameras> {
    const [cameras, enrollments, status] = await Promise.all([
      this.api.call('get', '/cameras'),
      this.api.call('get', '/enrollments'),
      this.api.call('get', '/status'),
    ]);
    return { cameras, enrollments, sending: this.#sent.bitRate(status.bytes_out, performance.now()) };
  }

  protected override content(data: Cameras): TemplateResult {
    const { cameras, enrollments } = data;
    const nowMs = Date.now();
    return html`
      <p class="ad-summary">${summary(data).map((sentence) => html`<span>${sentence}</span>`)}</p>
      ${enrollments.map((one) =>
        enrollmentCard(one, cameras, {
          approve: (camera) => this.#approve(one.id, camera),
          reject: () => this.#reject(one.id),
        }),
      )}
      ${
        cameras.length === 0
          ? firstCamera()
          : html`<div class="ad-cams">
            ${repeat(
              cameras,
              (camera) => camera.created_at + camera.camera,
              (camera) => cameraTile(camera, nowMs, (act) => this.#do(camera, act)),
            )}
            <a class="ad-cam-add" href="#add">${adminIcon('add')} Add camera</a>
          </div>`
      }
    `;
  }

  #approve(id: string, camera: string): void {
    void this.act(`The computer can now publish ${camera}.`, () =>
      this.api.call('post', '/enrollments/{id}', { path: { id }, body: { camera } }),
    );
  }

  #reject(id: string): void {
    void this.act('Declined.', () => this.api.call('delete', '/enrollments/{id}', { path: { id } }));
  }

  #do({ camera, title }: Camera, act: TileAct): void {
    const path = { camera };
    switch (act) {
      case 'watch':
        return location.assign(watchPath(camera));
      case 'link':
        return go(`links/${camera}`);
      case 'settings':
      case 'remove':
        return go(`camera/${camera}`);
      case 'connect':
        return go(`add/${camera}`);
      case 'pause':
        return void this.act(`${title} is paused. Viewers see no picture.`, () =>
          this.api.call('post', '/cameras/{camera}/pause', { path }),
        );
      case 'resume':
        return void this.act(`${title} goes on.`, () =>
          this.api.call('post', '/cameras/{camera}/resume', { path }),
        );
    }
  }
}

function go(place: string): void {
  location.hash = place;
}

function summary({ cameras, sending }: Cameras): readonly string[] {
  if (cameras.length === 0) {
    return [];
  }
  const live = cameras.filter(({ state }) => state === 'live').length;
  const watching = cameras.reduce((sum, { viewers }) => sum + viewers, 0);
  return [
    `${live} of ${cameras.length} ${live === 1 ? 'is' : 'are'} live.`,
    watching === 1 ? '1 person is watching.' : `${watching === 0 ? 'No' : watching} people are watching.`,
    ...(sending === undefined || sending === 0 ? [] : [`Sending ${rateWords(sending)}.`]),
  ];
}

function firstCamera(): TemplateResult | typeof nothing {
  return html`<div class="ad-empty">
    <div class="ad-empty-fan">${fan(0)}</div>
    <h2>Add your first camera</h2>
    <p class="ad-muted">One line on the computer it’s plugged into. No open port, no VPN.</p>
    <a class="fl-button fl-button-text fl-button-main" href="#add">${adminIcon('add')} Add camera</a>
  </div>`;
}
