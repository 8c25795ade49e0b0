import { html, nothing, type TemplateResult } from 'lit';
import { WORDS } from '../../words/words';
import { type IconName, icon } from '../widget/icon';
import type { MenuGroup } from '../widget/menu-button';
import type { HotkeyAction } from './hotkeys';
import type { SettingsChoice } from './settings-menu';
import { type SoundView, soundControls } from './sound-controls';
import { withKey } from './with-key';

/** The data of the controls. */
export interface ControlsView {
  readonly paused: boolean;
  /** Whether there is video to control, or only the page. */
  readonly hasFrame: boolean;
  /** Undefined when this viewer cannot move the camera. */
  readonly padOpen: boolean | undefined;
  /** Undefined on a page without a chat. */
  readonly chatOpen: boolean | undefined;
  readonly fullscreen: boolean;
  readonly canFullscreen: boolean;
  readonly canPip: boolean;
  readonly zoomed: boolean;
  readonly unread: number;
  readonly settings: readonly MenuGroup<SettingsChoice>[];
  /** Undefined when the camera has no sound that can be played here. */
  readonly sound: SoundView | undefined;
}

type Act = (action: HotkeyAction) => void;

/**
 * The controls in two islands over the video: what the viewer hears and when, and what the viewer does with it. A button runs the same
 * action as its key, a choice in the menu fires `fl-choose`, and the volume `fl-volume`.
 */
export function controls(view: ControlsView, act: Act): TemplateResult {
  return html`<div class="fl-controls fl-over fl-over-bottom fl-fades" role="toolbar" aria-label=${WORDS.player.player}>
    ${view.hasFrame ? playIsland(view, act) : nothing}
    <span class="fl-spacer"></span>
    <div class="fl-island">
      ${view.zoomed ? button(WORDS.player.resetZoom, 'zoom_out', '=', () => act('zoom_reset')) : nothing}
      ${
        view.padOpen === undefined
          ? nothing
          : button(WORDS.player.steer, 'move', undefined, () => act('steer'), { pressed: view.padOpen })
      }
      ${view.hasFrame ? button(WORDS.player.snapshot, 'camera', 's', () => act('snapshot'), { wide: true }) : nothing}
      <fanlight-menu .label=${WORDS.settings.menu} .iconName=${'rules'} .groups=${view.settings}></fanlight-menu>
      ${view.hasFrame && view.canPip ? button(WORDS.player.pip, 'pip', 'p', () => act('pip'), { wide: true }) : nothing}
      ${view.chatOpen === false ? chatButton(view.unread, act) : nothing}
      ${view.canFullscreen ? fullscreenButton(view.fullscreen, act) : nothing}
    </div>
  </div>`;
}

function playIsland({ paused, sound }: ControlsView, act: Act): TemplateResult {
  const name = paused ? WORDS.player.resume : WORDS.player.pause;
  return html`<div class="fl-island">
    ${button(name, paused ? 'play' : 'pause', 'k', () => act('pause'))}
    ${sound === undefined ? nothing : soundControls(sound, act)}
  </div>`;
}

function fullscreenButton(fullscreen: boolean, act: Act): TemplateResult {
  return fullscreen
    ? button(WORDS.player.leaveFullscreen, 'leave_fullscreen', 'f', () => act('fullscreen'))
    : button(WORDS.player.fullscreen, 'fullscreen', 'f', () => act('fullscreen'));
}

/** Only where the page around the video is not shown, and the chat has no other button. */
function chatButton(unread: number, act: Act): TemplateResult {
  const name =
    unread > 0 ? `${WORDS.player.showChat}, ${WORDS.player.newMessages(unread)}` : WORDS.player.showChat;
  return html`<button
    class="fl-button fl-chat-toggle"
    type="button"
    aria-label=${name}
    title=${withKey(name, 'h')}
    @click=${() => act('chat')}
  >
    ${icon('chat')}${unread > 0 ? html`<span class="fl-count" aria-hidden="true">${unread}</span>` : nothing}
  </button>`;
}

function button(
  name: string,
  iconName: IconName,
  key: string | undefined,
  press: () => void,
  more: { readonly pressed?: boolean; readonly wide?: boolean } = {},
): TemplateResult {
  return html`<button
    class="fl-button ${more.wide ? 'fl-wide-only' : ''}"
    type="button"
    aria-label=${name}
    title=${withKey(name, key)}
    aria-keyshortcuts=${key ?? nothing}
    aria-pressed=${more.pressed === undefined ? nothing : String(more.pressed)}
    @click=${press}
  >
    ${icon(iconName)}
  </button>`;
}
