import { html, nothing, type TemplateResult } from 'lit';
import { SITE_ROOT } from '../../api/site-root';
import { camerasInGrid, embedPath, watchPath } from '../../entry/page-address';
import { WORDS } from '../../words/words';
import { fan } from '../widget/fan';
import { icon } from '../widget/icon';
import { LightElement } from '../widget/light-element';

/** Several cameras at once: each is the player of its own page, in a frame. */
export class GridElement extends LightElement {
  protected override render(): TemplateResult {
    const cameras = camerasInGrid(location.pathname) ?? [];
    document.title = `${cameras.join(', ')} — Fanlight`;
    return html`<div class="fl-wall" data-tiles=${Math.min(cameras.length, 9)}>
      <header class="fl-wall-head">
        <a class="fl-wall-brand" href=${SITE_ROOT} aria-label=${WORDS.page.frontPage}><span class="fl-wall-fan">${fan(5)}</span></a>
        <h1 class="fl-wall-title">${WORDS.page.countOfCameras(cameras.length)}</h1>
        ${
          document.fullscreenEnabled
            ? html`<button class="fl-button" type="button" aria-label=${WORDS.player.fullscreen} title=${WORDS.player.fullscreen} @click=${this.#fullscreen}>${icon('fullscreen')}</button>`
            : nothing
        }
      </header>
      <main class="fl-wall-tiles">${cameras.map(tile)}</main>
    </div>`;
  }

  #fullscreen(): void {
    const change = document.fullscreenElement === null ? this.requestFullscreen() : document.exitFullscreen();
    change.catch(() => undefined);
  }
}

function tile(camera: string): TemplateResult {
  return html`<section class="fl-wall-tile" aria-label=${camera}>
    <iframe src=${embedPath(camera)} title=${WORDS.page.videoOf(camera)} allow="autoplay; fullscreen; picture-in-picture"></iframe>
    <a class="fl-wall-name" href=${watchPath(camera)}><bdi>${camera}</bdi></a>
  </section>`;
}
