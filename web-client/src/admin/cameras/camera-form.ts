import { html, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { formChecked, formText } from '../section/form-values';
import { visibilityChoice } from './visibility-choice';

type Camera = components['schemas']['Camera'];
type Change = components['schemas']['CameraChange'];

/** The settings of a camera that can be changed while it runs. */
export function cameraForm(camera: Camera, save: (form: HTMLFormElement) => void): TemplateResult {
  const { camera: name, title, visibility, visitors_can, preview, transcode, open_urls = [] } = camera;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(event.target as HTMLFormElement);
  };
  return html`<form class="ad-make" @submit=${submit}>
    <div class="ad-make-cols">
      <label class="ad-label">Title
        <input name="title" class="fl-field" required maxlength="100" value=${title} dir="auto" autocomplete="off" />
      </label>
      <label class="ad-label">Name in the address
        <input name="camera" class="fl-field" required maxlength="32" pattern="[a-z0-9]([a-z0-9\\-]{0,30}[a-z0-9])?"
          title="Lowercase letters, digits and hyphens" value=${name} autocapitalize="off" autocomplete="off" spellcheck="false" />
        <span class="ad-hint">Links and earlier names keep working.</span>
      </label>
    </div>
    ${visibilityChoice(visibility)}
    ${visibility === 'private' ? '' : open_urls.map((url) => html`<fanlight-copy .text=${url} .label=${'Public address'}></fanlight-copy>`)}
    <label class="ad-label">Visitors without a link can
      <select name="visitors_can" class="fl-field">
        <option value="watch" ?selected=${visitors_can === 'watch'}>Watch</option>
        <option value="chat" ?selected=${visitors_can === 'chat'}>Watch and chat</option>
      </select>
    </label>
    <label class="ad-check"><input name="preview" type="checkbox" ?checked=${preview} />
      <span>Show its last still to anyone who has its address<span class="ad-hint">Before the video begins, and where links are previewed. Needs the gateway <code>stills</code>.</span></span></label>
    <label class="ad-check"><input name="transcode" type="checkbox" ?checked=${transcode} />
      <span>Make H.264 of its video for other players<span class="ad-hint">Where it is VP8, VP9, AV1 or H.265; for players and push targets that connect from now on. Costs about a processor core while one does.</span></span></label>
    <div><button class="fl-button fl-button-text fl-button-main">Save</button></div>
  </form>`;
}

/** Only the changed members. */
export function cameraChange(camera: Camera, form: HTMLFormElement): Change {
  const values = {
    title: formText(form, 'title').trim(),
    camera: formText(form, 'camera').trim(),
    visibility: formText(form, 'visibility') as Camera['visibility'],
    visitors_can: formText(form, 'visitors_can') as Camera['visitors_can'],
    preview: formChecked(form, 'preview'),
    transcode: formChecked(form, 'transcode'),
  };
  const changed = Object.entries(values).filter(
    ([member, value]) => camera[member as keyof Camera] !== value,
  );
  return Object.fromEntries(changed) as Change;
}
