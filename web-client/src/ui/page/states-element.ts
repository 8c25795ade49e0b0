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
