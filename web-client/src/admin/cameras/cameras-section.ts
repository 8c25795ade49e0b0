import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { components } from '../../api/schema';
import { AdminSection } from '../section/admin-section';
import { formText } from '../section/form-values';
import { type CameraAct, cameraCard } from './camera-card';
import { enrollmentCard } from './enrollment-card';
import { invitationCard } from './invitation-card';

type Schemas = components['schemas'];

interface Cameras {
  readonly cameras: readonly Schemas['Camera'][];
  readonly enrollments: readonly Schemas['Enrollment'][];
}

/** The cameras of the relay, their devices, and pending devices. */
export class CamerasSection extends AdminSection<Cameras> {
  static override properties = { ...AdminSection.properties, _invitation: { state: true } };

  private declare _invitation: Schemas['Invitation'] | undefined;

  protected override async load(): Promise<Cameras> {
    const [cameras, enrollments] = await Promise.all([
      this.api.call('get', '/cameras'),
      this.api.call('get', '/enrollments'),
    ]);
    return { cameras, enrollments };
  }

  protected override content({ cameras, enrollments }: Cameras): TemplateResult {
    return html`
      ${this._invitation === undefined ? nothing : invitationCard(this._invitation, () => this.#dismiss())}
      ${enrollments.map((one) =>
        enrollmentCard(one, cameras, {
          approve: (camera) => this.#approve(one.id, camera),
          reject: () => this.#reject(one.id),
        }),
      )}
      ${cameras.length === 0 ? html`<p>No cameras yet. Add one below to get the command to run on the computer it is connected to.</p>` : nothing}
      <ul class="ad-list">
        ${repeat(
          cameras,
          (camera) => camera.created_at + camera.camera,
          (camera) => html`<li>${cameraCard(camera, (act) => this.#do(camera.camera, act))}</li>`,
        )}
      </ul>
      <form class="ad-form ad-card" @submit=${this.#add}>
        <h3>Add a camera</h3>
        <label for="new-camera">Camera name: lowercase letters, digits and hyphens</label>
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
    const invitation = await this.act(`Camera ${body.camera} added. Waiting for its device.`, () =>
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
    void this.act(`The device can now publish ${camera}.`, () =>
      this.api.call('post', '/enrollments/{id}', { path: { id }, body: { camera } }),
    );
  }

  #reject(id: string): void {
    void this.act('Device rejected.', () => this.api.call('delete', '/enrollments/{id}', { path: { id } }));
  }

  #do(camera: string, act: CameraAct): void {
    const path = { camera };
    switch (act.type) {
      case 'change':
        return void this.act('Saved.', () =>
          this.api.call('patch', '/cameras/{camera}', { path, body: act.change }),
        );
      case 'pause':
        return void this.act(`${camera} is paused. Viewers see no video.`, () =>
          this.api.call('post', '/cameras/{camera}/pause', { path }),
        );
      case 'resume':
        return void this.act(`${camera} resumed.`, () =>
          this.api.call('post', '/cameras/{camera}/resume', { path }),
        );
      case 'rotate':
        return void this.act('The device will rotate its key as soon as it is connected.', () =>
          this.api.call('post', '/cameras/{camera}/rotate-key', { path }),
        );
      case 'revoke':
        return void this.act(`The device of ${camera} was revoked.`, () =>
          this.api.call('delete', '/cameras/{camera}/device', { path }),
        );
      case 'invite':
        return void this.#invite(camera);
      case 'remove':
        return void this.act(`${camera} was removed.`, () =>
          this.api.call('delete', '/cameras/{camera}', { path }),
        );
    }
  }

  async #invite(camera: string): Promise<void> {
    const body = { camera, host: location.hostname };
    this._invitation = await this.act('Run the command below on the new device.', () =>
      this.api.call('post', '/cameras', { body }),
    );
  }
}
