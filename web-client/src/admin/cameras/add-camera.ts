import { html, nothing, type TemplateResult } from 'lit';
import { asProblem } from '../../api/api-client';
import type { components } from '../../api/schema';
import { watchPath } from '../../entry/page-address';
import { qrCode } from '../../ui/widget/qr-code';
import { sharedLink } from '../links/shared-link';
import { adminIcon } from '../section/admin-icon';
import { AdminSection } from '../section/admin-section';
import { formText } from '../section/form-values';
import { tookWords, untilWords } from '../section/formats';
import { badgeLabel } from './camera-tile';
import { cameraBadge, stateLine } from './camera-words';
import { joinProgress } from './join-progress';
import { slugOf } from './slug';
import { visibilityChoice } from './visibility-choice';

type Schemas = components['schemas'];
type Camera = Schemas['Camera'];

/** The names that are taken, and the camera that is being added, once it has a place. */
interface Adding {
  readonly taken: ReadonlySet<string>;
  readonly camera: Camera | undefined;
}

const STEPS = ['Name', 'Connect', 'Picture'] as const;

/** Adds a camera step by step: its name, the line for its computer, and its first picture. */
export class AddCamera extends AdminSection<Adding> {
  static override properties = {
    ...AdminSection.properties,
    camera: { attribute: false },
    _typed: { state: true },
    _invitation: { state: true },
    _phone: { state: true },
    _refused: { state: true },
    _picture: { state: true },
    _shared: { state: true },
  };

  /** A camera that has a place already, or nothing for a new one. */
  declare camera: string | undefined;
  private declare _typed: string;
  private declare _invitation: Schemas['Invitation'] | undefined;
  /** Address by which a phone becomes the camera. */
  private declare _phone: string | undefined;
  /** Why there is no line. */
  private declare _refused: string;
  private declare _picture: 'unknown' | 'seen' | 'none';
  private declare _shared: boolean;
  #startedMs = performance.now();
  #tookMs: number | undefined;
  #asked = false;

  constructor() {
    super();
    this._typed = '';
    this._refused = '';
    this._picture = 'unknown';
    this._shared = false;
  }

  protected override async load(): Promise<Adding> {
    const cameras = await this.api.call('get', '/cameras');
    const camera = cameras.find(({ camera: name }) => name === this.camera);
    if (camera !== undefined && this._invitation === undefined && !this.#asked) {
      void this.#renew(camera.camera);
    }
    return { taken: new Set(cameras.map(({ camera: name }) => name)), camera };
  }

  protected override content({ taken, camera }: Adding): TemplateResult {
    return html`<div class="ad-flow">${camera === undefined ? this.#naming(taken) : this.#joining(camera)}</div>`;
  }

  #naming(taken: Adding['taken']): TemplateResult {
    const slug = slugOf(this._typed, taken);
    return html`${steps(0)}
      <h2 class="ad-flow-title">Name your camera</h2>
      <p class="ad-lead">You can change all of this later.</p>
      <form class="ad-make" @submit=${(event: SubmitEvent) => this.#add(event, slug)}>
        <div class="ad-label">
          <label for="new-camera">Name</label>
          <input id="new-camera" name="title" class="fl-field" required maxlength="100" autocomplete="off" dir="auto" placeholder="Nest box"
            aria-describedby="new-camera-address" .value=${this._typed} @input=${(event: Event) => {
              this._typed = (event.target as HTMLInputElement).value;
            }} />
          <span id="new-camera-address" class="ad-hint">Its address will be <span class="ad-address">${location.host}${watchPath(slug)}</span></span>
        </div>
        ${visibilityChoice('private')}
        <div class="ad-flow-acts">
          <button class="fl-button fl-button-text fl-button-main" ?disabled=${this.busy}>Continue</button>
          <a class="fl-button ad-bare" href="#cameras">Cancel</a>
        </div>
      </form>`;
  }

  #joining(camera: Camera): TemplateResult {
    const progress = joinProgress(camera, this._picture === 'seen');
    const done = progress === 'picture' || (progress === 'connected' && this._picture === 'none');
    if (done) {
      this.#tookMs ??= performance.now() - this.#startedMs;
      return this.#finished(camera);
    }
    return html`${steps(1)}
      <h2 class="ad-flow-title">Connect <bdi>“${camera.title}”</bdi></h2>
      <p class="ad-lead">Run this on the computer the camera is plugged into, a Raspberry Pi for example.</p>
      ${this._invitation === undefined ? this.#noLine(camera.camera) : this.#ways(camera, this._invitation)}
      <ul class="ad-checks" aria-live="polite">
        ${check('Connect the computer', 'Waiting for the computer…', progress === 'waiting' ? 'now' : 'done', 'The computer is connected')}
        ${check('First picture', 'Waiting for the first picture…', progress === 'waiting' ? 'todo' : 'now', '')}
        ${progress === 'no_picture' ? html`<li class="ad-state-bad">${adminIcon('warning')}<span>${stateLine(camera, Date.now()).words}. Check the camera’s cable.</span></li>` : nothing}
      </ul>
      ${progress === 'waiting' ? nothing : html`<div class="ad-flow-wake">${this.#still(camera, true)}</div>`}
      <p class="ad-hint">You can leave this page. The camera keeps its place under Cameras.</p>
      <div class="ad-flow-acts"><a class="fl-button ad-bare" href="#cameras">Back to cameras</a></div>`;
  }

  #ways({ camera }: Camera, { join, expires_at }: Schemas['Invitation']): TemplateResult {
    const over = expires_at <= Date.now();
    return html`<fanlight-copy class="ad-join" .text=${`fanlight-agent join '${join}'`} .label=${`Join command for ${camera}`}></fanlight-copy>
      <p class="ad-hint">
        ${over ? 'This line has expired.' : `Works once, for the next ${untilWords(expires_at, Date.now()).replace(/^in /, '')}.`}
        <button class="fl-link" type="button" @click=${() => this.#renew(camera)}>New line</button>
        · Later, <code>fanlight-agent run</code> is enough.
      </p>
      ${this._phone === undefined ? this.#phoneOffer(camera) : phone(this._phone)}`;
  }

  /** The relay has refused it: there are as many lines for this camera as it may have. */
  #noLine(camera: string): TemplateResult {
    return html`<p>
      ${
        this._refused === ''
          ? html`<span class="ad-muted">Loading…</span>`
          : html`<span class="ad-error">${this._refused}</span>
        <button class="fl-link" type="button" @click=${() => this.#renew(camera)}>Try again</button>`
      }
    </p>`;
  }

  #phoneOffer(camera: string): TemplateResult {
    return html`<p><button class="fl-button fl-button-text" type="button" ?disabled=${this.busy} @click=${() => this.#usePhone(camera)}>
      Use a phone or this browser as the camera</button></p>`;
  }

  #finished(camera: Camera): TemplateResult {
    const { title, state } = camera;
    const { tone, icon: sign, words } = stateLine(camera, Date.now());
    const watch = this._invitation?.watch ?? [];
    return html`${steps(2)}
      <div role="status"><h2 class="ad-flow-title"><bdi>${title}</bdi> is ${state === 'live' ? 'live' : 'ready'}</h2></div>
      <p class="ad-lead">It took ${tookWords(this.#tookMs ?? 0)}. The camera sleeps whenever no one watches.</p>
      <div class="ad-big-picture">${this.#still(camera, false)}${badgeLabel(cameraBadge(camera))}</div>
      <p class="ad-state ad-state-${tone} ad-flow-state">${sign === undefined ? nothing : adminIcon(sign)}<span>${words}</span></p>
      ${this._shared && watch.length > 0 ? sharedLink({ urls: watch, players: [], title, can: 'chat' }, () => this.#share(false)) : nothing}
      <div class="ad-flow-acts">
        ${this._shared ? nothing : html`<button class="fl-button fl-button-text fl-button-main" type="button" @click=${() => this.#share(true)}>${adminIcon('links')} Create link</button>`}
        <a class="fl-button fl-button-text" href=${watchPath(camera.camera)}>Watch</a>
        <a class="fl-button ad-bare" href="#cameras">Done</a>
      </div>`;
  }

  #still({ camera, state }: Camera, wake: boolean): TemplateResult {
    return html`<fanlight-still .camera=${camera} .moving=${state === 'live' || wake} .wake=${wake}
      @fl-still=${(event: CustomEvent<boolean>) => {
        this._picture = event.detail ? 'seen' : this._picture === 'seen' ? 'seen' : 'none';
      }}></fanlight-still>`;
  }

  /** A new camera comes with a link; an older one gets its link in the Links section. */
  #share(shown: boolean): void {
    if (shown && (this._invitation?.watch.length ?? 0) === 0) {
      location.hash = `links/${this.camera ?? ''}`;
      return;
    }
    this._shared = shown;
  }

  async #add(event: SubmitEvent, camera: string): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const title = formText(form, 'title').trim();
    const visibility = formText(form, 'visibility') as Schemas['Visibility'];
    const made = await this.act(`${title} was added. Connect it now.`, async () => {
      const invitation = await this.#invite(camera);
      await this.api.call('patch', '/cameras/{camera}', { path: { camera }, body: { title, visibility } });
      this._invitation = invitation;
      this.#asked = true;
      this.camera = camera;
      return invitation;
    });
    if (made !== undefined) {
      this.#startedMs = performance.now();
      history.replaceState(null, '', `#add/${camera}`);
    }
  }

  #invite(camera: string): Promise<Schemas['Invitation']> {
    return this.api.call('post', '/cameras', { body: { camera, host: location.hostname } });
  }

  async #renew(camera: string): Promise<void> {
    const watch = this._invitation?.watch ?? [];
    this.#asked = true;
    try {
      const made = await this.#invite(camera);
      this._invitation = { ...made, watch: made.watch.length > 0 ? made.watch : watch };
      this._refused = '';
    } catch (caught) {
      this._refused = asProblem(caught).message;
    }
  }

  async #usePhone(camera: string): Promise<void> {
    const made = await this.act('Scan the code with the phone.', () =>
      this.api.call('post', '/cameras/{camera}/publish-keys', {
        path: { camera },
        body: { label: 'Phone or browser', host: location.hostname },
      }),
    );
    this._phone = made?.publishers.map(({ url }) => url).find((url) => url.endsWith(`/publish#${made.key}`));
  }
}

function steps(current: number): TemplateResult {
  return html`<ol class="ad-steps">${STEPS.map(
    (name, at) =>
      html`<li class=${at < current ? 'ad-step-done' : at === current ? 'ad-step-now' : ''} aria-current=${at === current ? 'step' : 'false'}>${name}</li>`,
  )}</ol>`;
}

function check(todo: string, now: string, state: 'todo' | 'now' | 'done', done: string): TemplateResult {
  switch (state) {
    case 'todo':
      return html`<li><i class="ad-todo"></i>${todo}</li>`;
    case 'now':
      return html`<li class="ad-check-now"><i class="ad-wait-ring"></i>${now}</li>`;
    case 'done':
      return html`<li class="ad-check-done">${adminIcon('check')}${done}</li>`;
  }
}

function phone(url: string): TemplateResult {
  return html`<div class="ad-phone">
    ${qrCode(url, 'QR code that makes a phone the camera')}
    <div class="ad-grow">
      <p>Scan this with a phone to use it as the camera, or open the address in a browser. Anyone who has it can publish this camera.</p>
      <fanlight-copy .text=${url} .label=${'Address for a phone or browser'}></fanlight-copy>
    </div>
  </div>`;
}
