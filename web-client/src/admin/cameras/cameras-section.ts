import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { components } from '../../api/schema';
import { AdminSection } from '../section/admin-section';
import { formText } from '../section/form-values';
import { type CameraAct, cameraCard } from './camera-card';
import { enrolmentCard } from './enrolment-card';
import { invitationCard } from './invitation-card';

type Schemas = components['schemas'];

interface Cameras {
  readonly cameras: readonly Schemas['Camera'][];
  readonly enrolments: readonly Schemas['Enrolment'][];
}

/** The cameras of the relay, their devices, and pending devices. */
export class CamerasSection extends AdminSection<Cameras> {
  static override properties = { ...AdminSection.properties, _invitation: { state: true } };

  private declare _invitation: Schemas['Invitation'] | undefined;

  protected override async load(): Promise<Cameras> {
    const [cameras, enrolments] = await Promise.all([
      this.api.call('get', '/cameras'),
      this.api.call('get', '/enrolments'),
    ]);
    return { cameras, enrolments };
  }

  protected override content({ cameras, enrolments }: Cameras): TemplateResult {
    return html`
      ${this._invitation === undefined ? nothing : invitationCard(this._invitation, () => this.#dismiss())}
      ${enrolments.map((one) =>
        enrolmentCard(one, cameras, {
          approve: (camera) => this.#approve(one.id, camera),
          reject: () => this.#reject(one.id),
        }),
      )}
      ${cameras.length === 0 ? html`<p>There is no camera yet. Add one below: you get a line to run on the computer it is plugged into.</p>` : nothing}
      <ul class="ad-list">
        ${repeat(
          cameras,
          (camera) => camera.created_at + camera.camera,
          (camera) => html`<li>${cameraCard(camera, (act) => this.#do(camera.camera, act))}</li>`,
        )}
      </ul>
      <form class="ad-form ad-card" @submit=${this.#add}>
        <h3>Add a camera</h3>
        <label for="new-camera">Its name in addresses: small letters, digits and hyphens</label>
        <input id="new-camera" name="camera" class="fl-field" required maxlength="32" pattern="[a-z0-9]([a-z0-9\\-]{0,30}[a-z0-9])?"
          autocomplete="off" autocapitalize="off" spellcheck="false" placeholder="front-door" />
        <button class="fl-button fl-button-text fl-button-main" ?disabled=${this.busy}>Add camera</button>
      </form>
    `;
  }

  async #add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const body = { camera: formText(form, 'camera').trim(), host: location.hostname };
    const invitation = await this.act(`${body.camera} is waiting for its device.`, () =>
      this.api.call('post', '/cameras', { body }),
    );
    if (invitation !== undefined) {
      this._invitation = invitation;
      form.reset();
    }
  }

  #dismiss(): void {
    this._invitation = undefined;
  }

  #approve(id: string, camera: string): void {
    void this.act(`The device may publish ${camera} now.`, () =>
      this.api.call('post', '/enrolments/{id}', { path: { id }, body: { camera } }),
    );
  }

  #reject(id: string): void {
    void this.act('The device was sent away.', () =>
      this.api.call('delete', '/enrolments/{id}', { path: { id } }),
    );
  }

  #do(camera: string, act: CameraAct): void {
    const path = { camera };
    switch (act.type) {
      case 'change':
        return void this.act('Changed.', () =>
          this.api.call('patch', '/cameras/{camera}', { path, body: act.change }),
        );
      case 'pause':
        return void this.act(`${camera} is paused: nobody sees it.`, () =>
          this.api.call('post', '/cameras/{camera}/pause', { path }),
        );
      case 'resume':
        return void this.act(`${camera} goes on.`, () =>
          this.api.call('post', '/cameras/{camera}/resume', { path }),
        );
      case 'rotate':
        return void this.act('The device makes a new key, now or when it next connects.', () =>
          this.api.call('post', '/cameras/{camera}/rotate-key', { path }),
        );
      case 'revoke':
        return void this.act(`The device of ${camera} may not publish any more.`, () =>
          this.api.call('delete', '/cameras/{camera}/device', { path }),
        );
      case 'invite':
        return void this.#invite(camera);
      case 'remove':
        return void this.act(`${camera} is gone.`, () =>
          this.api.call('delete', '/cameras/{camera}', { path }),
        );
    }
  }

  async #invite(camera: string): Promise<void> {
    const body = { camera, host: location.hostname };
    this._invitation = await this.act('Here is the line for another device.', () =>
      this.api.call('post', '/cameras', { body }),
    );
  }
}
