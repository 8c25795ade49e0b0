import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema';
import { watchPath } from '../../entry/page-address';
import { fan } from '../../ui/widget/fan';
import { icon } from '../../ui/widget/icon';
import type { MenuGroup } from '../../ui/widget/menu-button';
import { adminIcon } from '../section/admin-icon';
import { type CameraBadge, cameraBadge, stateLine } from './camera-words';

type Camera = components['schemas']['Camera'];

/** An action on a camera from the overview. */
export type TileAct = 'watch' | 'link' | 'pause' | 'resume' | 'settings' | 'connect' | 'remove';

/** A camera of the overview: its picture, how it is, and what can be done with it. */
export function cameraTile(camera: Camera, nowMs: number, act: (wanted: TileAct) => void): TemplateResult {
  const { camera: name, title, state, viewers } = camera;
  return html`<article class="ad-cam" data-camera=${name} data-state=${state}>
    <a class="ad-thumb ${isDim(state) ? 'ad-thumb-dim' : ''}" href=${watchPath(name)} aria-label=${`Watch ${title}`}>
      <span class="ad-thumb-fan">${state === 'paused' ? fan(1, 'pause') : fan(state === 'starting' ? 'waking' : 0)}</span>
      ${state === 'paused' ? nothing : html`<fanlight-still .camera=${name} .moving=${state === 'live'}></fanlight-still>`}
      ${badgeLabel(cameraBadge(camera))}
      ${viewers > 0 ? html`<span class="ad-chip">${icon('eye')}${viewers}<span class="fl-unseen"> watching</span></span>` : nothing}
    </a>
    <div class="ad-cam-line">
      <div class="ad-grow">
        <h2 class="ad-cut"><bdi>${title}</bdi></h2>
        ${lineUnder(camera, nowMs)}
      </div>
      ${mainButton(state, act)}
      <fanlight-menu .label=${`More for ${title}`} .groups=${tileMenu(camera)}
        @fl-choose=${(event: CustomEvent<TileAct>) => act(event.detail)}></fanlight-menu>
    </div>
  </article>`;
}

/** The label on a picture. */
export function badgeLabel({ kind, sign, word }: CameraBadge): TemplateResult {
  const drawn =
    sign === 'moon' || sign === 'warning' ? adminIcon(sign) : html`<i class="ad-sign ad-sign-${sign}"></i>`;
  return html`<span class="ad-badge ad-badge-${kind}">${drawn}${word}</span>`;
}

function lineUnder(camera: Camera, nowMs: number): TemplateResult {
  const { tone, icon: sign, words } = stateLine(camera, nowMs);
  return html`<p class="ad-state ad-state-${tone}">
    ${sign === undefined ? nothing : adminIcon(sign)}<span><bdi>${words}</bdi>${
      tone === 'bad' ? html` <a href=${`#camera/${camera.camera}`}>What to do</a>` : nothing
    }</span>
  </p>`;
}

function mainButton(state: Camera['state'], act: (wanted: TileAct) => void): TemplateResult | typeof nothing {
  if (state === 'paused') {
    return html`<button class="fl-button fl-button-text" type="button" @click=${() => act('resume')}>${icon('play')} Resume</button>`;
  }
  return state === 'pending'
    ? html`<button class="fl-button fl-button-text" type="button" @click=${() => act('connect')}>Connect</button>`
    : nothing;
}

function tileMenu({ paused, state }: Camera): readonly MenuGroup<TileAct>[] {
  return [
    {
      items: [
        { label: 'Watch', value: 'watch' },
        { label: 'Create link', value: 'link' },
        paused ? { label: 'Resume', value: 'resume' } : { label: 'Pause', value: 'pause' },
        ...(state === 'pending' || state === 'offline'
          ? [{ label: 'Connect a computer', value: 'connect' } as const]
          : []),
        { label: 'Camera settings', value: 'settings' },
      ],
    },
    { items: [{ label: 'Remove camera…', value: 'remove', risk: true }] },
  ];
}

function isDim(state: Camera['state']): boolean {
  return state === 'asleep' || state === 'offline' || state === 'failed' || state === 'pending';
}
