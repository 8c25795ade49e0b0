import { html, type TemplateResult } from 'lit';
import { SITE_ROOT } from '../../api/site-root';
import { nowUs } from '../../engine/now';
import { deriveState } from '../../state/derive-state';
import { WatchModel } from '../../state/watch-model';
import type { WatchState, WatchStateName } from '../../state/watch-state';
import { isOutside } from '../../state/watch-state';
import { LightElement } from '../widget/light-element';
import { cardPage, stateCard } from './card';
import { SAMPLES, sampleFacts } from './sample-states';

/** A page that is in one state for good. */
class SampleModel extends WatchModel {
  readonly #state: WatchState;

  constructor(name: WatchStateName) {
    const nowMs = performance.now();
    super(() => nowMs, nowUs, true);
    this.#state = deriveState(sampleFacts(name, nowMs, nowUs()), nowMs);
    this.title = 'Front room';
    this.frame = HAS_FRAME.has(name)
      ? { latencyMs: undefined, captureUs: nowUs(), width: 1280, height: 720, count: 1 }
      : undefined;
    this.element = this.frame === undefined && name !== 'waking' ? undefined : sampleVideo();
  }

  override get state(): WatchState {
    return this.#state;
  }
}

const HAS_FRAME: ReadonlySet<WatchStateName> = new Set([
  'live',
  'behind',
  'paused',
  'stalled',
  'damaged',
  'camera_offline',
]);

/** `/dev/states`: every state of the watch page at once, without a camera, for those who work on the pages. Shows nothing of this relay. */
export class StatesElement extends LightElement {
  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'States — Fanlight';
  }

  protected override render(): TemplateResult {
    const names = Object.keys(SAMPLES) as WatchStateName[];
    return html`<div class="fl-states">${names.map((name) => sample(name))}</div>`;
  }
}

/** A wall, a floor and a table. */
function sampleVideo(): HTMLElement {
  const canvas = Object.assign(document.createElement('canvas'), {
    className: 'fl-video',
    width: 640,
    height: 360,
  });
  const pen = canvas.getContext('2d');
  for (const [colour, x, y, width, height] of [
    ['#dfe6ee', 0, 0, 640, 215],
    ['#b07a45', 0, 215, 640, 145],
    ['#f6f7f9', 250, 150, 140, 16],
    ['#8d6a44', 314, 166, 12, 130],
  ] as const) {
    if (pen !== null) {
      pen.fillStyle = colour;
      pen.fillRect(x, y, width, height);
    }
  }
  return canvas;
}

function sample(name: WatchStateName): TemplateResult {
  const model = new SampleModel(name);
  return html`<figure class="fl-state" data-sample=${name}>
    <figcaption>${name}</figcaption>
    ${
      isOutside(name)
        ? cardPage(stateCard(model), SITE_ROOT)
        : html`<fanlight-stage class="fl-stage" .model=${model} .theme=${'auto'} .unread=${0}></fanlight-stage>`
    }
  </figure>`;
}
