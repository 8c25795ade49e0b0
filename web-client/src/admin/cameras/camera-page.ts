import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { watchPath } from '../../entry/page-address';
import { adminIcon } from '../section/admin-icon';
import { AdminSection } from '../section/admin-section';
import { cameraChange, cameraForm } from './camera-form';
import { badgeLabel } from './camera-tile';
import { adviceFor, cameraBadge, stateLine } from './camera-words';
import { pushLines } from './push-lines';

type Camera = components['schemas']['Camera'];

/** One camera: how it is and what to do about it, its settings, its computer, and its end. */
export class CameraPage extends AdminSection<Camera> {
  static override properties = { ...AdminSection.properties, camera: { attribute: false } };

  declare camera: string;

  protected override load(): Promise<Camera> {
    return this.api.call('get', '/cameras/{camera}', { path: { camera: this.camera } });
  }

  protected override content(camera: Camera): TemplateResult {
    return html`
      <div class="ad-camera-top">
        <a class="ad-thumb" href=${watchPath(camera.camera)} aria-label=${`Watch ${camera.title}`}>
          ${camera.paused ? nothing : html`<fanlight-still .camera=${camera.camera} .moving=${camera.state === 'live'}></fanlight-still>`}
          ${badgeLabel(cameraBadge(camera))}
        </a>
        ${this.#condition(camera)}
      </div>
      <section class="ad-panel" aria-label="Settings of the camera">
        ${cameraForm(camera, (form) => this.#change(camera, form))}
      </section>
      ${this.#computer(camera)}
      <details class="ad-panel ad-details">
        <summary>Other players and encoders</summary>
        <fanlight-camera-addresses .api=${this.api} .delayed=${this.delayed} .camera=${camera.camera}></fanlight-camera-addresses>
      </details>
      <section class="ad-panel ad-danger" aria-label="Remove the camera">
        <h2>Remove this camera</h2>
        <p class="ad-muted">Its links stop working, its computer is disconnected and its chat is deleted. This cannot be undone.</p>
        <fanlight-confirm .label=${'Remove camera'} .word=${camera.camera} .question=${`Removes ${camera.title} for good.`}
          @fl-confirmed=${() => this.#remove(camera)}></fanlight-confirm>
      </section>
    `;
  }

  #condition(camera: Camera): TemplateResult {
    const { tone, icon: sign, words } = stateLine(camera, Date.now());
    return html`<div class="ad-camera-state">
      <p class="ad-state ad-state-${tone}">${sign === undefined ? nothing : adminIcon(sign)}<span><bdi>${words}</bdi></span></p>
      ${adviceFor(camera).map((sentence) => html`<p class="ad-muted">${sentence}</p>`)}
      ${pushLines(camera)}
      <div class="ad-row">
        <a class="fl-button fl-button-text" href=${watchPath(camera.camera)}>Watch</a>
        <button class="fl-button fl-button-text" type="button" @click=${() => this.#pause(camera)}>${camera.paused ? 'Resume' : 'Pause'}</button>
        <a class="fl-button fl-button-text" href=${`#links/${camera.camera}`}>Create link</a>
      </div>
    </div>`;
  }

  #computer({ camera, device }: Camera): TemplateResult {
    if (device === undefined) {
      return html`<section class="ad-panel" aria-label="Its computer">
        <h2>Its computer</h2>
        <p class="ad-muted">No computer has joined for this camera.</p>
        <div class="ad-row"><a class="fl-button fl-button-text" href=${`#add/${camera}`}>Connect a computer</a></div>
      </section>`;
    }
    const path = { camera };
    return html`<section class="ad-panel" aria-label="Its computer">
      <h2>Its computer</h2>
      <p>Its key in words: <strong>${device.words}</strong>${device.rotating ? ' (a new key follows)' : ''}</p>
      <div class="ad-row">
        <button class="fl-button fl-button-text" type="button" ?disabled=${device.rotating}
          @click=${() => void this.act('The computer makes a new key as soon as it is connected.', () => this.api.call('post', '/cameras/{camera}/rotate-key', { path }))}>
          Rotate key
        </button>
        <a class="fl-button fl-button-text" href=${`#add/${camera}`}>Connect another computer</a>
        <fanlight-confirm .label=${'Revoke its key'} .question=${'The computer is disconnected at once and must join again.'}
          @fl-confirmed=${() => void this.act('The computer was disconnected.', () => this.api.call('delete', '/cameras/{camera}/device', { path }))}></fanlight-confirm>
      </div>
    </section>`;
  }

  async #change(camera: Camera, form: HTMLFormElement): Promise<void> {
    const changed = await this.act('Saved.', async () => {
      const { camera: name } = await this.api.call('patch', '/cameras/{camera}', {
        path: { camera: camera.camera },
        body: cameraChange(camera, form),
      });
      this.camera = name;
      return name;
    });
    if (changed !== undefined && changed !== camera.camera) {
      history.replaceState(null, '', `#camera/${changed}`);
    }
  }

  #pause({ camera, title, paused }: Camera): void {
    const path = { camera };
    void (paused
      ? this.act(`${title} goes on.`, () => this.api.call('post', '/cameras/{camera}/resume', { path }))
      : this.act(`${title} is paused. Viewers see no picture.`, () =>
          this.api.call('post', '/cameras/{camera}/pause', { path }),
        ));
  }

  #remove({ camera }: Camera): void {
    void this.act('Removed.', async () => {
      await this.api.call('delete', '/cameras/{camera}', { path: { camera } });
      location.hash = 'cameras';
    });
  }
}
