import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { bytesWords, dateWords } from '../section/formats';

type Camera = components['schemas']['Camera'];

const STATES = {
  waiting: 'waiting for its video',
  connecting: 'connecting',
  live: 'sending',
  paused: 'off while the camera is paused',
  failed: 'failed, and is tried again',
} as const;

/** Where the stream of a camera is pushed to, and how that goes. */
export function pushLines({ pushes = [] }: Camera): readonly TemplateResult[] {
  return pushes.map(
    ({ gateway, target, state, since, problem, bytes }) => html`<p class="ad-muted">
      Pushed to <bdi>${target}</bdi> (${gateway}): ${STATES[state]} since ${dateWords(since)}, ${bytesWords(bytes)} sent.
      ${problem === undefined ? nothing : html`<span class="ad-error">△ ${problem}</span>`}
    </p>`,
  );
}
