import { html, nothing, type TemplateResult } from 'lit';
import { type CaptureChoice, NO_MICROPHONE, RATES, SIZES } from '../capture/capture-choice';
import type { DeviceList } from './device-list';

const SIZE_WORDS = { 360: '360p, saves data', 720: '720p', 1080: '1080p, needs a fast connection' } as const;

/** What the form shows and where choices go. */
export interface SourceFormProps {
  readonly choice: CaptureChoice;
  readonly list: DeviceList;
  /** Words beside the level meter. */
  readonly soundWords: string;
  readonly canShareScreen: boolean;
  readonly onChoice: (choice: CaptureChoice) => void;
}

/** The choices of camera, microphone, size and frame rate. */
export function sourceForm(props: SourceFormProps): TemplateResult {
  return html`<div class="pb-form">
    ${cameraField(props)}
    ${microphoneField(props)}
    <div class="pb-pair">${sizeField(props)}${rateField(props)}</div>
  </div>`;
}

function cameraField({ choice, list, canShareScreen, onChoice }: SourceFormProps): TemplateResult {
  const screen = choice.source.kind === 'screen';
  const chosen = choice.source.kind === 'camera' ? choice.source.deviceId : '';
  const choose = (event: Event) => {
    const deviceId = (event.target as HTMLSelectElement).value;
    onChoice({ ...choice, source: { kind: 'camera', deviceId } });
  };
  const share = () =>
    onChoice({ ...choice, source: screen ? { kind: 'camera', deviceId: '' } : { kind: 'screen' } });
  return html`<div class="pb-field">
    <label for="pb-camera">Camera</label>
    <div class="pb-row">
      <select id="pb-camera" class="fl-field pb-grow" ?disabled=${screen || list.cameras.length === 0} @change=${choose}>
        ${list.cameras.length === 0 ? html`<option>No camera</option>` : nothing}
        ${list.cameras.map(({ id, label }) => html`<option value=${id} ?selected=${id === chosen}>${label}</option>`)}
      </select>
      ${canShareScreen ? html`<button class="fl-button fl-button-text" type="button" aria-pressed=${String(screen)} @click=${share}>${screen ? 'Use the camera' : 'Share screen'}</button>` : nothing}
    </div>
  </div>`;
}

function microphoneField({ choice, list, soundWords, onChoice }: SourceFormProps): TemplateResult {
  const choose = (event: Event) =>
    onChoice({ ...choice, microphone: (event.target as HTMLSelectElement).value });
  return html`<div class="pb-field">
    <label for="pb-microphone">Microphone</label>
    <select id="pb-microphone" class="fl-field" @change=${choose}>
      <option value="" ?selected=${choice.microphone === ''}>Default microphone</option>
      ${list.microphones.map(({ id, label }) => html`<option value=${id} ?selected=${id === choice.microphone}>${label}</option>`)}
      <option value=${NO_MICROPHONE} ?selected=${choice.microphone === NO_MICROPHONE}>No sound</option>
    </select>
    <div class="pb-sound">
      <span class="pb-level" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i><i></i></span>
      <span class="pb-hint">${soundWords}</span>
    </div>
  </div>`;
}

function sizeField({ choice, onChoice }: SourceFormProps): TemplateResult {
  const choose = (event: Event) =>
    onChoice({ ...choice, shortSide: Number((event.target as HTMLSelectElement).value) });
  return html`<div class="pb-field">
    <label for="pb-size">Quality</label>
    <select id="pb-size" class="fl-field" @change=${choose}>
      ${SIZES.map((size) => html`<option value=${size} ?selected=${size === choice.shortSide}>${SIZE_WORDS[size]}</option>`)}
    </select>
  </div>`;
}

function rateField({ choice, onChoice }: SourceFormProps): TemplateResult {
  const choose = (event: Event) =>
    onChoice({ ...choice, fps: Number((event.target as HTMLSelectElement).value) });
  return html`<div class="pb-field">
    <label for="pb-rate">Frames per second</label>
    <select id="pb-rate" class="fl-field" @change=${choose}>
      ${RATES.map((rate) => html`<option value=${rate} ?selected=${rate === choice.fps}>${rate}</option>`)}
    </select>
  </div>`;
}
