import { html, nothing, type TemplateResult } from 'lit';
import type { Preferences } from '../../engine/preferences';
import type { Track } from '../../protocol/track';
import { type IconName, icon } from '../widget/icon';
import type { HotkeyAction } from './hotkeys';
import { qualityMenu } from './quality-menu';
import { type SoundView, soundControls } from './sound-controls';
import { QUALITY_WORDS } from './state-words';

/** The data of the control bar. */
export interface ControlsView {
  readonly paused: boolean;
  readonly canGoLive: boolean;
  readonly hasFrame: boolean;
  /** Undefined when this viewer cannot move the camera. */
  readonly padOpen: boolean | undefined;
  readonly chatOpen: boolean;
  readonly statsOpen: boolean;
  readonly fullscreen: boolean;
  readonly canFullscreen: boolean;
  readonly canShare: boolean;
  readonly unread: number;
  readonly tracks: readonly Track[];
  readonly preferences: Preferences;
  /** Undefined when the camera has no sound that can be played here. */
  readonly sound: SoundView | undefined;
}

/** The control bar; a button runs the same action as its key, a choice in the menu fires `fl-choose`, and the volume `fl-volume`. */
export function controls(view: ControlsView, act: (action: HotkeyAction) => void): TemplateResult {
  return html`<div class="fl-controls" role="toolbar" aria-label="Player">
    ${button(view.paused ? 'Resume' : 'Pause', view.paused ? 'play' : 'pause', () => act('pause'))}
    ${view.sound === undefined ? nothing : soundControls(view.sound, act)}
    ${
      view.canGoLive
        ? html`<button class="fl-button fl-button-text fl-go-live" type="button" @click=${() => act('live')}>
          ${icon('live')} Go live
        </button>`
        : nothing
    }
    <span class="fl-spacer"></span>
    ${view.padOpen === undefined ? nothing : button('Move the camera', 'move', () => act('steer'), { pressed: view.padOpen })}
    ${button('Snapshot', 'camera', () => act('snapshot'), { disabled: !view.hasFrame })}
    <fanlight-menu .label=${QUALITY_WORDS.menu} .iconName=${'settings'}
      .groups=${qualityMenu(view.tracks, view.preferences)}></fanlight-menu>
    ${button('Statistics', 'stats', () => act('stats'), { pressed: view.statsOpen })}
    ${chatButton(view, act)}
    ${view.canShare ? button('Share', 'share', () => act('share')) : nothing}
    ${
      view.canFullscreen
        ? button(
            view.fullscreen ? 'Exit full screen' : 'Full screen',
            view.fullscreen ? 'leave_fullscreen' : 'fullscreen',
            () => act('fullscreen'),
          )
        : nothing
    }
    ${button('Keyboard shortcuts', 'help', () => act('help'))}
  </div>`;
}

function chatButton(view: ControlsView, act: (action: HotkeyAction) => void): TemplateResult {
  const name = view.unread > 0 ? `Chat, ${view.unread} new` : 'Chat';
  return html`<button
    class="fl-button fl-chat-toggle"
    type="button"
    aria-label=${name}
    title=${name}
    aria-pressed=${view.chatOpen ? 'true' : 'false'}
    @click=${() => act('chat')}
  >
    ${icon('chat')}${view.unread > 0 ? html`<span class="fl-count" aria-hidden="true">${view.unread}</span>` : nothing}
  </button>`;
}

function button(
  name: string,
  iconName: IconName,
  press: () => void,
  more: { readonly disabled?: boolean; readonly pressed?: boolean } = {},
): TemplateResult {
  return html`<button
    class="fl-button"
    type="button"
    aria-label=${name}
    title=${name}
    aria-pressed=${more.pressed === undefined ? nothing : String(more.pressed)}
    ?disabled=${more.disabled ?? false}
    @click=${press}
  >
    ${icon(iconName)}
  </button>`;
}
