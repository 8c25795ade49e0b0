import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { SITE_ROOT } from '../../api/site-root';
import { watchPath } from '../../entry/page-address';
import { cameraChip } from '../../ui/widget/camera-chip';
import { agoWords, watchingWords } from '../../ui/widget/time-words';
import { formText } from '../section/form-values';
import { dateWords } from '../section/formats';

type Camera = components['schemas']['Camera'];
type Change = components['schemas']['CameraChange'];

/** An action on a camera. */
export type CameraAct =
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'pause' | 'resume' | 'rotate' | 'revoke' | 'invite' | 'remove' };

const VISIBILITIES = {
  private: 'Private: only with a link',
  unlisted: 'Unlisted: anyone with the secret address',
  public: 'Public: anyone; listed on the home page',
} as const;

const MINUTE_MS = 60_000;

const UPLINK_WORDS = { slow: 'Slow upload', poor: 'Very slow upload' } as const;

/** A camera: its state and its settings. */
export function cameraCard(camera: Camera, act: (wanted: CameraAct) => void): TemplateResult {
  const { camera: name, title, paused } = camera;
  return html`<article class="ad-card" data-camera=${name}>
    <div class="ad-row">
      ${still(camera)}
      <h3 class="ad-name"><bdi>${title}</bdi></h3>
      ${cameraChip(camera.state)}
      ${camera.uplink === undefined || camera.uplink === 'fine' ? nothing : html`<span class="ad-muted">${UPLINK_WORDS[camera.uplink]}</span>`}
      <span class="ad-muted">${watchingWords(camera.viewers)}</span>
      <span class="fl-spacer"></span>
      <a class="fl-button fl-button-text" href=${watchPath(name)}>Watch</a>
      <button class="fl-button fl-button-text" type="button" @click=${() => act({ type: paused ? 'resume' : 'pause' })}>
        ${paused ? 'Resume' : 'Pause'}
      </button>
    </div>
    <p class="ad-muted">${watchPath(name)} · ${seenWords(camera)}</p>
    ${pausedAtCamera(camera)}
    ${openAddresses(camera)}
    ${pushes(camera)}
    <details>
      <summary>Settings</summary>
      <div class="ad-change">
      ${changeForm(camera, act)} ${device(camera, act)}
      <div class="ad-row">
        <fanlight-confirm .label=${'Remove camera'} .word=${name}
          .question=${`Removes ${name} with its links, its device and its chat. This cannot be undone.`}
          @fl-confirmed=${() => act({ type: 'remove' })}></fanlight-confirm>
      </div></div>
    </details>
  </article>`;
}

/** Its last still, at most once a minute; nothing where the owner has not allowed it or the relay makes no stills. */
function still({ camera: name, preview, paused }: Camera): TemplateResult | typeof nothing {
  if (!preview || paused) {
    return nothing;
  }
  const minute = Math.floor(Date.now() / MINUTE_MS);
  return html`<img class="ad-still" src="${SITE_ROOT}c/${encodeURIComponent(name)}/snapshot.jpg?minute=${minute}" alt=""
    @load=${(event: Event) => show(event, true)} @error=${(event: Event) => show(event, false)} />`;
}

function show(event: Event, shown: boolean): void {
  (event.target as HTMLElement).hidden = !shown;
}

function seenWords({ state, seen_at }: Camera): string {
  if (seen_at === undefined) {
    return state === 'pending' ? 'no device has joined yet' : 'never seen';
  }
  return state === 'offline' ? `last seen ${agoWords((Date.now() - seen_at) * 1000)}` : 'connected';
}

function pausedAtCamera({ paused_at_camera: why, resumes_at }: Camera): TemplateResult | typeof nothing {
  if (why === undefined) {
    return nothing;
  }
  const words =
    resumes_at === undefined
      ? `Paused by the people at the camera${why === '' ? '' : `: ${why}`}`
      : `Outside its hours until ${dateWords(resumes_at)}`;
  return html`<p class="ad-muted"><bdi>${words}</bdi></p>`;
}

function openAddresses({ open_urls = [], visibility }: Camera): TemplateResult | typeof nothing {
  if (visibility === 'private' || open_urls.length === 0) {
    return nothing;
  }
  return html`${open_urls.map(
    (url) => html`<fanlight-copy .text=${url} .label=${'Public address'}></fanlight-copy>`,
  )}`;
}

const PUSH_WORDS = {
  waiting: 'waiting for its video',
  connecting: 'connecting',
  live: 'sending',
  paused: 'off while the camera is paused',
  failed: 'failed, and is tried again',
} as const;

const MEGABYTE = 1_000_000;

/** Where its stream is pushed to, and how that goes. */
function pushes({ pushes: all = [] }: Camera): readonly TemplateResult[] {
  return all.map(
    ({ gateway, target, state, since, problem, bytes }) => html`<p class="ad-muted">
      Pushed to <bdi>${target}</bdi> (${gateway}): ${PUSH_WORDS[state]} since ${dateWords(since)}, ${Math.round(bytes / MEGABYTE)} MB sent.
      ${problem === undefined ? nothing : html`<span class="ad-error">△ ${problem}</span>`}
    </p>`,
  );
}

function changeForm(camera: Camera, act: (wanted: CameraAct) => void): TemplateResult {
  const { camera: name, title, visibility, visitors_can, preview, transcode } = camera;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    act({ type: 'change', change: changeOf(camera, event.target as HTMLFormElement) });
  };
  return html`<form class="ad-form" @submit=${submit}>
    <label for="title-${name}">Title</label>
    <input id="title-${name}" name="title" class="fl-field" required maxlength="100" value=${title} dir="auto" />
    <label for="name-${name}">Name in the address; links and old names keep working</label>
    <input id="name-${name}" name="camera" class="fl-field" required maxlength="32" pattern="[a-z0-9]([a-z0-9\\-]{0,30}[a-z0-9])?"
      value=${name} autocapitalize="off" spellcheck="false" />
    <label for="visibility-${name}">Visibility</label>
    <select id="visibility-${name}" name="visibility" class="fl-field">
      ${Object.entries(VISIBILITIES).map(
        ([value, words]) => html`<option value=${value} ?selected=${value === visibility}>${words}</option>`,
      )}
    </select>
    <label for="visitors-${name}">Visitors without a link can</label>
    <select id="visitors-${name}" name="visitors_can" class="fl-field">
      <option value="watch" ?selected=${visitors_can === 'watch'}>watch</option>
      <option value="chat" ?selected=${visitors_can === 'chat'}>watch and chat</option>
    </select>
    <label class="ad-check"><input name="preview" type="checkbox" ?checked=${preview} />
      Show its last still to anyone who has its address: before the video begins, and where links are previewed. Needs the gateway <code>stills</code></label>
    <label class="ad-check"><input name="transcode" type="checkbox" ?checked=${transcode} />
      Make H.264 of its VP8, VP9, AV1 or H.265 video for players and push targets that connect from now on. Costs about a processor core while one does</label>
    <button class="fl-button fl-button-text fl-button-main">Save</button>
  </form>`;
}

/** Only the changed members. */
function changeOf(camera: Camera, form: HTMLFormElement): Change {
  const values = {
    title: formText(form, 'title').trim(),
    camera: formText(form, 'camera').trim(),
    visibility: formText(form, 'visibility') as Camera['visibility'],
    visitors_can: formText(form, 'visitors_can') as Camera['visitors_can'],
    preview: new FormData(form).has('preview'),
    transcode: new FormData(form).has('transcode'),
  };
  const changed = Object.entries(values).filter(
    ([member, value]) => camera[member as keyof Camera] !== value,
  );
  return Object.fromEntries(changed) as Change;
}

function device({ camera, device: known }: Camera, act: (wanted: CameraAct) => void): TemplateResult {
  if (known === undefined) {
    return html`<div class="ad-row">
      <p>No device is registered for this camera.</p>
      <button class="fl-button fl-button-text" type="button" @click=${() => act({ type: 'invite' })}>Invite a device</button>
    </div>`;
  }
  return html`<p>Device key in words: <strong>${known.words}</strong>${known.rotating ? ' (key rotation pending)' : ''}</p>
    <div class="ad-row">
      <button class="fl-button fl-button-text" type="button" ?disabled=${known.rotating} @click=${() => act({ type: 'rotate' })}>
        Rotate key
      </button>
      <button class="fl-button fl-button-text" type="button" @click=${() => act({ type: 'invite' })}>Invite another device</button>
      <fanlight-confirm .label=${'Revoke device'}
        .question=${`The device of ${camera} is disconnected at once and must join again.`}
        @fl-confirmed=${() => act({ type: 'revoke' })}></fanlight-confirm>
    </div>`;
}
