import { html, nothing, svg, type TemplateResult } from 'lit';
import type { SoundStatus } from '../../engine/sound-status';
import { WORDS } from '../../words/words';
import { icon } from '../widget/icon';
import type { HotkeyAction } from './hotkeys';
import { withKey } from './with-key';

const QUIET_BELOW = 0.5;
const PERCENT = 100;
/** Levels from here on are shown, in decibels below full scale. */
const LEVEL_RANGE_DB = 60;

/** The sound as its controls show it. */
export interface SoundView {
  readonly on: boolean;
  /** 0 to 1. */
  readonly volume: number;
  /** Length of the level meter, 0 to 1; undefined where the level is not known. */
  readonly meter: number | undefined;
}

/** What the controls show; undefined when there is no sound that this browser plays. */
export function soundView({ codec, problem, on, volume, stats }: SoundStatus): SoundView | undefined {
  return codec === undefined || problem !== undefined
    ? undefined
    : { on, volume, meter: on && stats !== undefined ? meterOf(stats.level) : undefined };
}

/** Mute button, volume and level meter. */
export function soundControls(view: SoundView, act: (action: HotkeyAction) => void): TemplateResult {
  const name = view.on ? WORDS.player.mute : WORDS.player.unmute;
  const iconName = !view.on || view.volume === 0 ? 'muted' : view.volume < QUIET_BELOW ? 'quiet' : 'loud';
  return html`<button class="fl-button fl-mute" type="button" aria-label=${name} title=${withKey(name, 'm')} aria-keyshortcuts="m" @click=${() => act('mute')}>
      ${icon(iconName)}
    </button>
    <input
      class="fl-volume"
      type="range"
      min="0"
      max=${PERCENT}
      step="5"
      aria-label=${WORDS.player.volume}
      title=${WORDS.player.volume}
      .value=${String(view.on ? Math.round(view.volume * PERCENT) : 0)}
      aria-valuetext=${volumeWords(view)}
      @input=${choose}
    />
    ${view.meter === undefined ? nothing : meter(view.meter)}`;
}

/** The button over the video of a camera whose sound was not turned on or off here yet. */
export function unmutePill(unmute: () => void): TemplateResult {
  return html`<button class="fl-unmute" type="button" @click=${unmute}>${icon('muted')} ${WORDS.player.tapToUnmute}</button>`;
}

/** What a screen reader says of the sound. */
export function volumeWords({ on, volume }: Pick<SoundView, 'on' | 'volume'>): string {
  return on ? WORDS.player.volumeIs(Math.round(volume * PERCENT)) : WORDS.player.muted;
}

function choose(event: Event): void {
  const slider = event.target as HTMLInputElement;
  const detail = Number(slider.value) / PERCENT;
  slider.dispatchEvent(new CustomEvent<number>('fl-volume', { bubbles: true, detail }));
}

function meter(length: number): TemplateResult {
  return html`<svg class="fl-level" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect x="0" y=${PERCENT - length * PERCENT} width="100" height=${length * PERCENT}></rect>`}
  </svg>`;
}

function meterOf(level: number): number {
  const db = 20 * Math.log10(Math.max(level, 1e-6));
  return Math.min(1, Math.max(0, 1 + db / LEVEL_RANGE_DB));
}
